import NumericalCore

extension TraceNormMultitask {
  /// Minimises f(M) + λ‖M‖_* by proximal gradient steps of size 1/L.
  ///
  /// Unlike the general method of NumericalCore, it gets gradient and objective at every iterate from one product.
  /// - Source: Beck and Teboulle, 2009 (FISTA); O'Donoghue and Candès, 2015 (restart when the momentum turns uphill).
  struct TraceNormSolver {
    /// With momentum and restart (FISTA) or without (ISTA).
    var isAccelerated = true
    /// Ends when ‖M⁺ − M‖ ≤ tolerance·‖M⁺‖.
    var tolerance = 1e-6
    var maxIterations = 3000

    /// - Parameters:
    ///   - penalty: λ > 0.
    ///   - observe: called with 0, 1, 2, … and the objective after as many steps.
    /// - Throws: `LinearAlgebraError.noConvergence` if the data are not finite, and what `observe` throws.
    func minimise(_ loss: MultitaskLoss, penalty: Double, observe: ((Int, Double) throws -> Void)? = nil) throws
      -> TraceNormEstimate
    {
      var state = State(loss)
      var threshold = SingularValueThreshold(rows: loss.taskCount, columns: loss.dimension)
      var singularValues = [Double](repeating: 0, count: min(loss.taskCount, loss.dimension))
      func objective() -> Double { state.loss(loss) + penalty * Vector.sum(singularValues) }
      let step = loss.lipschitz > 0 ? 1 / loss.lipschitz : 1
      var theta = 1.0
      var iterations = 0
      try observe?(0, objective())
      while iterations < maxIterations {
        iterations += 1
        state.descend(loss.moments, step: step)
        singularValues = try threshold.apply(state.argument, threshold: penalty * step, into: &state.next)
        let progress = state.progress()
        state.advance(loss)
        try observe?(iterations, objective())
        if progress.change <= tolerance * progress.size { break }
        if !isAccelerated || progress.turn > 0 {
          (theta, state.momentum) = (1, 0)
        } else {
          let next = (1 + (1 + 4 * theta * theta).squareRoot()) / 2
          (theta, state.momentum) = (next, (theta - 1) / next)
        }
      }
      return TraceNormEstimate(
        coefficients: state.current, singularValues: singularValues, iterations: iterations, penalty: penalty,
        objective: objective())
    }
  }
}

extension TraceNormMultitask.TraceNormSolver {
  /// The last two iterates M with their products G·M.
  ///
  /// The gradient is affine, so that one product a step gives it at the extrapolated point Y = M + β(M − M₋) as well.
  private struct State {
    var current: Matrix
    var previous: Matrix
    /// M⁺.
    var next: Matrix
    /// Y − ∇f(Y)/L.
    var argument: Matrix
    /// β.
    var momentum = 0.0
    private var hessian: Matrix
    private var previousHessian: Matrix

    init(_ loss: TraceNormMultitask.MultitaskLoss) {
      let zero = Matrix(rows: loss.taskCount, columns: loss.dimension)
      (current, previous, next, argument, hessian, previousHessian) = (zero, zero, zero, zero, zero, zero)
    }

    mutating func descend(_ moments: Matrix, step: Double) {
      let beta = momentum
      argument.withUnsafeMutableElements { a in
        current.withUnsafeElements { m in
          previous.withUnsafeElements { p in
            hessian.withUnsafeElements { g in
              previousHessian.withUnsafeElements { h in
                moments.withUnsafeElements { b in
                  for i in a.indices {
                    a[i] = (m[i] + beta * (m[i] - p[i])) - step * (g[i] + beta * (g[i] - h[i]) - b[i])
                  }
                }
              }
            }
          }
        }
      }
    }

    /// ‖M⁺ − M‖, ‖M⁺‖, and ⟨Y − M⁺, M⁺ − M⟩, which is positive when the momentum points uphill.
    func progress() -> (change: Double, size: Double, turn: Double) {
      var sums = SIMD3<Double>.zero
      next.withUnsafeElements { n in
        current.withUnsafeElements { m in
          previous.withUnsafeElements { p in
            for i in n.indices {
              let difference = n[i] - m[i]
              let point = m[i] + momentum * (m[i] - p[i])
              sums += SIMD3(difference * difference, n[i] * n[i], (point - n[i]) * difference)
            }
          }
        }
      }
      return (sums[0].squareRoot(), sums[1].squareRoot(), sums[2])
    }

    /// M₋ ← M ← M⁺.
    mutating func advance(_ loss: TraceNormMultitask.MultitaskLoss) {
      swap(&previous, &current)
      swap(&current, &next)
      swap(&previousHessian, &hessian)
      loss.applyHessian(current, into: &hessian)
    }

    func loss(_ loss: TraceNormMultitask.MultitaskLoss) -> Double { loss.value(current, hessian: hessian) }
  }
}
