/// The least and greatest of the values that a continuous scale has to show.
struct DomainExtent {
  private let isLog: Bool
  private var low = Double.infinity
  private var high = -Double.infinity

  init(isLog: Bool) { self.isLog = isLog }

  @inline(__always) mutating func add(_ value: Double) {
    guard value.isFinite, !isLog || value > 0 else { return }
    if value < low { low = value }
    if value > high { high = value }
  }

  /// 0…1 (1…10 on a log scale) without values.
  var ends: (Double, Double) { low <= high ? (low, high) : isLog ? (1, 10) : (0, 1) }

  /// A domain around a single value.
  static func opened(_ value: Double, isLog: Bool, isFixed: Bool) -> (Double, Double) {
    if isLog { return (value / 10.0.squareRoot(), value * 10.0.squareRoot()) }
    let reach = value == 0 ? 1 : abs(value) * 0.1
    return (value - reach, value + reach)
  }
}
