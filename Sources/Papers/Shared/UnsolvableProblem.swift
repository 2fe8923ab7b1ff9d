/// Why a run cannot be completed although its parameters are allowed.
struct UnsolvableProblem: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
