import NumericalCore

/// Interpolating least squares with inputs a ~ N(0, diag(h)), hᵢ = i⁻ˢ, solution x* = 0 and start x₀ = z₀ = 1/√d: gradients
/// a⟨a, x⟩ have noise that is multiplicative alone.
struct GaussianLeastSquares: Sendable {
  enum Method: String, CaseIterable, Sendable {
    case accelerated
    case sgd
  }

  /// h, `[dimension]`, descending from 1.
  let eigenvalues: [Double]

  init(dimension: Int, decay: Double) {
    eigenvalues = (1...dimension).map { $0 == 1 ? 1 : Elementary.exp(-decay * Elementary.log(Double($0))) }
  }

  var dimension: Int { eigenvalues.count }
  /// μ, the least eigenvalue.
  var strongConvexity: Double { eigenvalues[dimension - 1] }
  /// R² = tr H + 2λmax(H).
  var squaredRadius: Double { eigenvalues.reduce(0, +) + 2 * eigenvalues[0] }
  /// κ̃ = d + 2.
  var statisticalCondition: Double { Double(dimension + 2) }
  /// θ = √(μ/(R²κ̃)), the rate of the accelerated method.
  var theta: Double { (strongConvexity / (squaredRadius * statisticalCondition)).squareRoot() }
  /// γ = 1/R².
  var stepSize: Double { 1 / squaredRadius }
  /// γ′ = θ/μ.
  var secondStepSize: Double { theta / strongConvexity }

  /// The theorem's bound on E‖x_t − x*‖², or for SGD that of its rate μ/R².
  func bound(_ method: Method, at time: Double) -> Double {
    switch method {
    case .accelerated:
      let weighted = eigenvalues.reduce(0) { $0 + 1 / ($1 * Double(dimension)) }
      return (1 + strongConvexity * weighted) * Elementary.exp(-theta * time)
    case .sgd: return Elementary.exp(-strongConvexity / squaredRadius * time)
    }
  }

  /// E‖x_t − x*‖² at ascending times, from the equations of the second moments of each coordinate, by RK4.
  ///
  /// With Q = 2·diag(h²) + hhᵀ, u = Eξ², v = Eξζ, w = Eζ²:
  /// u̇ = −2ηu + 2ηv − 2γhu + γ²Qu; v̇ = ηu + ηw − 2ηv − γhv − γ′hu + γγ′Qu; ẇ = −2ηw + 2ηv − 2γ′hv + γ′²Qu.
  func errors(_ method: Method, at times: [Double], check: () throws -> Void) rethrows -> [Double] {
    let d = dimension
    let eta = method == .accelerated ? theta : 0
    let (g, p) = (stepSize, method == .accelerated ? secondStepSize : 0)
    var moments = [Double](repeating: 1 / Double(d), count: 3 * d)
    var stepper = RungeKutta4(dimension: 3 * d)
    var time = 0.0
    return try times.map { target in
      try check()
      stepper.integrate(&moments, from: time, to: target, maximumStep: 0.25) { _, s, rate in
        var coupling = 0.0
        for i in 0..<d { coupling += eigenvalues[i] * s[i] }
        for i in 0..<d {
          let (h, u, v, w) = (eigenvalues[i], s[i], s[d + i], s[2 * d + i])
          let q = h * (2 * h * u + coupling)
          rate[i] = 2 * eta * (v - u) - 2 * g * h * u + g * g * q
          rate[d + i] = eta * (u + w - 2 * v) - g * h * v - p * h * u + g * p * q
          rate[2 * d + i] = 2 * eta * (v - w) - 2 * p * h * v + p * p * q
        }
      }
      time = target
      return moments[0..<d].reduce(0, +)
    }
  }

  /// The mean of ‖x_t − x*‖² over simulated runs, and its standard error.
  func simulate(
    _ method: Method, until end: Double, runs: Int, from source: RandomSource, check: () throws -> Void
  ) rethrows -> (mean: Double, standardError: Double) {
    let deviations = eigenvalues.map { $0.squareRoot() }
    let errors = try (0..<runs).map { run in
      try check()
      var random = source.substream(run)
      var walk = LeastSquaresWalk(dimension: dimension, rate: method == .accelerated ? theta : 0)
      while true {
        let next = walk.time + random.exponential()
        if next > end { break }
        walk.flow(to: next)
        walk.jump(deviations, stepSize: stepSize, secondStepSize: secondStepSize, &random)
      }
      walk.flow(to: end)
      return Vector.squaredNorm(walk.x)
    }
    return (Statistics.mean(errors), Statistics.standardError(errors))
  }
}
