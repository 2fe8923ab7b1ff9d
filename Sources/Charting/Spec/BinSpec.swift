/// How a field is cut into bins.
struct BinSpec: Sendable, Equatable {
  var maxBins: Int?
  var step: Double?
  /// Steps to choose from.
  var steps: [Double]?
  var divide = [5.0, 2]
  var extent: ClosedRange<Double>?
  var nice = true
  var base = 10.0
  var anchor: Double?
  var minStep = 0.0
  /// Equal ratios instead of equal differences (not Vega-Lite).
  var isLogarithmic = false
  /// The data are bins already: `bin: binned`.
  var isBinned = false
}
