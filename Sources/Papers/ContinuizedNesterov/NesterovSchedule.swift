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
