/// A case: the same work as the peers' case of that name.
struct Benchmark {
  let name: String
  /// How many of the things named, such as training steps, one run makes.
  let units: Int
  /// Makes the inputs and returns the work, whose result is a checksum, nil where every system draws its own numbers.
  let prepare: () throws -> () throws -> Double?

  init(_ name: String, units: Int = 1, prepare: @escaping () throws -> () throws -> Double?) {
    self.name = name
    self.units = units
    self.prepare = prepare
  }
}
