/// The jump times of a Poisson process.
public struct PoissonClock: Sendable, Sequence, IteratorProtocol {
  /// Expected number of jumps in one unit of time.
  public let rate: Double
  /// The time of the last jump; 0 before the first.
  public private(set) var time = 0.0
  private var source: RandomSource

  /// A clock of the given rate > 0 that draws its waiting times from `source`.
  public init(rate: Double = 1, source: RandomSource) {
    self.rate = rate
    self.source = source
  }

  /// The time of the next jump; there is always one.
  public mutating func next() -> Double? { advance() }

  /// Moves to the next jump and returns its time.
  @discardableResult public mutating func advance() -> Double {
    time += source.exponential(rate: rate)
    return time
  }
}
