import NumericalCore

/// The expected risk from every unit start at once.
///
/// The noiseless recursion of `AcceleratedMoments` is a linear map M, the same in every step, and the risk a linear
/// functional ℓ of its state, so that the risk from the start δ is ⟨(Mᵀ)ᵗℓ, state(δ)⟩ up to the factor in t: the transposed
/// map runs on one vector of length 6d where the map itself would run on d of them. For plain SGD the same is done with
/// (c, A, B) of `LeastSquaresMoments`.
struct AdjointMoments {
  private let eigenvalues: [Double]
  private let moment: FourthMoment
  private let steps: StepSizes
  private let method: RiskMethod
  private(set) var step = 0
  /// The cotangents of V, W, C, B, D, or of c (in v) and B (in b) for SGD; that of A never changes.
  private var v, w, c, b, d, a: [Double]

  init(_ problem: StreamingRegression, _ method: RiskMethod, steps: StepSizes) {
    eigenvalues = problem.eigenvalues
    moment = problem.fourthMoment
    self.steps = steps
    self.method = method
    let zero = [Double](repeating: 0, count: eigenvalues.count)
    let half = eigenvalues.map { 0.5 * $0 }
    (v, w, c, b, d, a) = (zero, zero, zero, zero, zero, zero)
    switch method {
    case .sgd: v = half
    case .accelerated: (v, w, c) = (half, half, eigenvalues)
    case .averagedSGD, .averagedAccelerated: a = half
    }
  }

  /// The largest expected excess risk over the starts with ‖x₀ − x*‖ = 1, and the coordinate (0-based) along which it is
  /// attained: the risk is linear in the squares of the start's coordinates, so a basis vector is worst.
  var worst: (risk: Double, coordinate: Int) {
    let t = Double(step)
    let scale =
      switch method {
      case .sgd: 1.0
      case .averagedSGD, .accelerated: (t + 1) * (t + 1)
      case .averagedAccelerated: 0.25 * (t + 1) * (t + 1) * (t + 2) * (t + 2)
      }
    var worst = (risk: -Double.infinity, coordinate: 0)
    for i in eigenvalues.indices {
      let risk = riskFactor(i) / scale
      if risk > worst.risk || risk.isNaN { worst = (risk, i) }
    }
    return worst
  }

  /// What the start δᵢ² = 1 is multiplied by: SGD starts with c = A = B, the accelerated method with W = A = D.
  private func riskFactor(_ i: Int) -> Double {
    switch method {
    case .sgd, .averagedSGD: v[i] + b[i] + a[i]
    case .accelerated, .averagedAccelerated: w[i] + d[i] + a[i]
    }
  }

  /// Goes on to a step.
  /// - Complexity: O(dimension) a step.
  mutating func advance(to target: Int) {
    while step < target {
      switch method {
      case .sgd, .averagedSGD: pullBackDescent()
      case .accelerated, .averagedAccelerated: pullBackAccelerated()
      }
      step += 1
    }
  }

  private mutating func pullBackDescent() {
    let g = steps.gamma
    var coupling = 0.0
    for i in eigenvalues.indices {
      v[i] += b[i] + a[i]
      coupling += eigenvalues[i] * v[i]
    }
    for i in eigenvalues.indices {
      let l = eigenvalues[i]
      b[i] = (1 - g * l) * (b[i] + 2 * a[i])
      v[i] += l * (g * (g * (moment.square * l + moment.own) - 2) * v[i] + g * g * moment.trace * coupling)
    }
  }

  private mutating func pullBackAccelerated() {
    let (alpha, beta) = (steps.alpha, steps.beta)
    var coupling = 0.0
    for i in eigenvalues.indices {
      // Through the sums of the average, which use the new V, W and C.
      v[i] += a[i] + b[i]
      w[i] += a[i] + d[i]
      c[i] += 2 * a[i] + b[i] + d[i]
      coupling += eigenvalues[i] * noiseCotangent(i)
    }
    for i in eigenvalues.indices {
      let l = eigenvalues[i]
      let (fromB, fromD) = (b[i] + 2 * a[i], d[i] + 2 * a[i])
      b[i] = (1 - beta * l) * fromB - alpha * l * fromD
      d[i] = (1 - beta * l) * fromB + (1 - alpha * l) * fromD
      let q = noiseCotangent(i)
      let s =
        (1 - 2 * beta * l) * v[i] - alpha * l * c[i] + l * (moment.square * l + moment.own) * q
        + l * moment.trace * coupling
      let mixed = (1 - beta * l) * c[i] - 2 * alpha * l * w[i]
      v[i] = s
      w[i] = s + w[i] + mixed
      c[i] = 2 * s + mixed
    }
  }

  /// The cotangent of Q.
  @inline(__always)
  private func noiseCotangent(_ i: Int) -> Double {
    let (alpha, beta) = (steps.alpha, steps.beta)
    return beta * beta * v[i] + alpha * alpha * w[i] + alpha * beta * c[i]
  }
}
