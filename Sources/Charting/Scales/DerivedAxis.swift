/// The second axis of a scale, whose values are an expression of the first one's.
struct DerivedAxis {
  /// Places on the scale from 0 to 1, and the derived values there.
  private let values: [Double]

  static let sampleCount = 1025

  /// Nil unless the expression has a number everywhere on the scale and rises, or falls, all along it.
  init?(_ derived: AxisSpec.Derived, _ scale: ContinuousScale) {
    let places = (0..<Self.sampleCount).map { scale.value(at: Double($0) / Double(Self.sampleCount - 1)) }
    let source = derived.expression
    guard let node = try? ExpressionParser.parse(source.text, variables: Set(source.parameters.keys).union(["x", "y"])) else { return nil }
    var variables = source.parameters.mapValues { ExpressionVector($0) }
    variables["x"] = .numbers(places)
    variables["y"] = .numbers(places)
    guard let vector = try? ExpressionEvaluator(DataFrame([], rowCount: places.count), variables: variables, count: places.count).evaluate(node) else { return nil }
    let values = places.indices.map(vector.number)
    let pairs = zip(values, values.dropFirst())
    guard values.allSatisfy(\.isFinite), pairs.allSatisfy({ $0 < $1 }) || pairs.allSatisfy({ $0 > $1 }) else { return nil }
    self.values = values
  }

  var extent: (low: Double, high: Double) { (min(values[0], values[values.count - 1]), max(values[0], values[values.count - 1])) }

  /// Where on the scale the derived value lies, 0…1.
  func position(_ value: Double) -> Double {
    let rises = values[values.count - 1] > values[0]
    var (low, high) = (0, values.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if (values[middle] <= value) == rises { low = middle } else { high = middle }
    }
    let part = (value - values[low]) / (values[high] - values[low])
    return (Double(low) + min(1, max(0, part))) / Double(values.count - 1)
  }
}
