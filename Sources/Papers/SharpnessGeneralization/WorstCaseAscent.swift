import NumericalCore

extension SharpnessGeneralization {
  /// The largest value of a function on a ball around 0, searched by gradient ascent that chooses its own step sizes.
  ///
  /// Steps begin at twice the radius. On the box (ℓ∞) they follow signs of the gradient with momentum (Auto-PGD); at
  /// checkpoints the step is halved and the search goes back to its best point unless three quarters of the steps since the
  /// last checkpoint have raised the best value. On the Euclidean ball a step that does not raise the best value is taken
  /// back and halved.
  /// - Source: Croce & Hein, "Reliable evaluation of adversarial robustness with an ensemble of diverse parameter-free
  ///   attacks" (2020), algorithm 1, for the box.
  struct WorstCaseAscent<Scalar: TensorScalar> {
    enum Ball: Sendable { case linf, l2 }

    let ball: Ball
    let radius: Scalar
    var iterations = 20

    /// A point to the value and the gradient there.
    typealias Objective = (Tensor<Scalar>) -> (value: Double, gradient: Tensor<Scalar>)

    /// The value at the start and the largest value found, which is at least that.
    /// - Parameter start: a point of the ball where the gradient is not 0.
    func maximise(from start: Tensor<Scalar>, _ objective: Objective) -> (start: Double, best: Double) {
      switch ball {
      case .linf: onBox(start, objective)
      case .l2: onBall(start, objective)
      }
    }

    private func onBox(_ start: Tensor<Scalar>, _ objective: Objective) -> (start: Double, best: Double) {
      var (point, previous) = (start, start)
      var (value, gradient) = objective(start)
      var best = (point: start, value: value, gradient: gradient)
      let first = value
      var step = 2 * radius
      var (rises, window) = (0, 0)
      let checkpoints = WorstCaseAscent.checkpoints(iterations)
      for iteration in 0..<iterations {
        let target = moved(point, along: gradient.map(.sign), by: step)
        var next = target
        if iteration > 0 {
          // 0.75·target + 0.25·(2·point − previous)
          next.scale(by: 0.75)
          next.add(point, times: 0.5)
          next.add(previous, times: -0.25)
          next = next.clamped(-radius, radius)
        }
        (previous, point) = (point, next)
        (value, gradient) = objective(point)
        window += 1
        if value > best.value {
          rises += 1
          best = (point, value, gradient)
        }
        if checkpoints.contains(iteration + 1) {
          // A best value that has not changed since the last checkpoint has not risen either.
          if 4 * rises < 3 * window {
            step /= 2
            (point, previous, gradient) = (best.point, best.point, best.gradient)
          }
          (rises, window) = (0, 0)
        }
      }
      return (first, best.value)
    }

    private func moved(_ point: Tensor<Scalar>, along direction: Tensor<Scalar>, by step: Scalar) -> Tensor<Scalar> {
      var result = point
      result.add(direction, times: step)
      return result.clamped(-radius, radius)
    }

    private func onBall(_ start: Tensor<Scalar>, _ objective: Objective) -> (start: Double, best: Double) {
      var point = start
      var (best, gradient) = objective(start)
      let first = best
      var step = 2 * radius
      for _ in 0..<iterations {
        let length = gradient.norm
        if !(length > 0) { break }
        var next = point
        next.add(gradient, times: step / length)
        let norm = next.norm
        if norm > radius { next.scale(by: radius / norm) }
        let found = objective(next)
        if found.value > best {
          (point, best, gradient) = (next, found.value, found.gradient)
        } else {
          step /= 2
        }
      }
      return (first, best)
    }

    /// The iterations ⌈n·pⱼ⌉ after which steps are judged: p₁ = 0.22, pⱼ₊₁ = pⱼ + max(pⱼ − pⱼ₋₁ − 0.03, 0.06).
    static func checkpoints(_ iterations: Int) -> [Int] {
      // In hundredths, where nothing is rounded.
      var (last, next) = (0, 22)
      var result: [Int] = []
      while next <= 100 {
        result.append((iterations * next + 99) / 100)
        (last, next) = (next, next + max(next - last - 3, 6))
      }
      return result
    }
  }
}
