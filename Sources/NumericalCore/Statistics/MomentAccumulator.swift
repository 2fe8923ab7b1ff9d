/// The mean and variance of values that come one by one, without keeping them.
///
/// - Source: Welford (Technometrics 1962); merging as in Chan, Golub and LeVeque (1979).
public struct MomentAccumulator: Equatable, Sendable {
  /// The number of values.
  public private(set) var count = 0
  private var centre = 0.0
  private var squares = 0.0

  /// Moments of no values.
  public init() {}

  /// Takes one more value into account.
  public mutating func add(_ value: Double) {
    count += 1
    let difference = value - centre
    centre += difference / Double(count)
    squares += difference * (value - centre)
  }

  /// Takes all values of another sample into account.
  public mutating func merge(_ other: MomentAccumulator) {
    if other.count == 0 { return }
    let (n, m) = (Double(count), Double(other.count))
    let difference = other.centre - centre
    squares += other.squares + difference * difference * n * m / (n + m)
    centre += difference * m / (n + m)
    count += other.count
  }

  /// The mean; NaN for no values.
  public var mean: Double { count > 0 ? centre : .nan }

  /// The unbiased variance; NaN for fewer than two values.
  public var variance: Double { count > 1 ? squares / Double(count - 1) : .nan }

  /// The square root of the unbiased variance; NaN for fewer than two values.
  public var standardDeviation: Double { variance.squareRoot() }

  /// The standard error of the mean; NaN for fewer than two values.
  public var standardError: Double { (variance / Double(count)).squareRoot() }
}
