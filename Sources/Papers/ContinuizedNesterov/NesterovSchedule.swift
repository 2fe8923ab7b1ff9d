import NumericalCore

/// The coefficients of Nesterov's method, step by step.
struct NesterovSchedule {
  private let rate: Double
  private var weight = 0.0

  init(_ problem: DiagonalQuadratic) { rate = problem.rate }

  /// The coefficients of the next step: from the sequence Aₖ in the convex case, constant in the strongly convex one.
  mutating func next() -> NesterovIterates.Coefficients {
    if rate > 0 { return .init(mixing: rate / (1 + rate), mixingBack: rate, stepSize: 1 / rate) }
    let following = weight + 0.5 * (1 + (4 * weight + 1).squareRoot())
    defer { weight = following }
    return .init(mixing: 1 - weight / following, mixingBack: 0, stepSize: following - weight)
  }
}

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
