import NumericalCore

/// The exact coefficients of the continuized method from one jump of a Poisson process of rate 1 to the next.
struct ContinuizedSchedule {
  private let rate: Double
  private var source: RandomSource
  /// T_k, the time of the last jump.
  private(set) var time = 0.0

  init(_ problem: DiagonalQuadratic, source: RandomSource) {
    rate = problem.rate
    self.source = source
  }

  /// Draws the next jump time and gives the coefficients of the flow up to it and of the jump.
  mutating func next() -> NesterovIterates.Coefficients {
    let interval = source.exponential()
    let previous = time
    time += interval
    if rate > 0 {
      let decay = Elementary.exp(-2 * rate * interval)
      return .init(mixing: 0.5 * (1 - decay), mixingBack: (1 - decay) / (1 + decay), stepSize: 1 / rate)
    }
    let ratio = previous / time
    return .init(mixing: 1 - ratio * ratio, mixingBack: 0, stepSize: 0.5 * time)
  }
}
