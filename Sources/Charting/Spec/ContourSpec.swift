/// Lines of equal value of a field over a grid of x and y.
struct ContourSpec: Sendable, Equatable {
  enum Levels: Sendable, Equatable {
    /// About so many round values.
    case count(Int)
    /// So many values at equal ratios.
    case logarithmic(Int)
    case values([Double])
  }

  var levels: Levels = .count(10)
  var isFilled = false
  var hasLabels = false
  /// The field, where no colour channel names it.
  var value: String?
}
