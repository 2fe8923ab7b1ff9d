import CKernels
import Testing

extension KernelTests {
  @Test(arguments: [(0.0, false), (0.9, false), (0.9, true)])
  func stepsOfGradientDescent(momentum: Double, nesterov: Bool) {
    var numbers = Numbers(seed: 21)
    let start: [Float] = numbers.uniform(37), gradients: [[Float]] = (0..<4).map { _ in numbers.uniform(37) }
    let found = Self.atEveryLevel { () -> [[Float]] in
      var p = start, v = start.map { _ in Float(0) }
      for g in gradients {
        if momentum == 0 {
          rk_sgd_step_f32(37, 0.1, 0, 0, 0.01, g, nil, &p)
        } else {
          rk_sgd_step_f32(37, 0.1, momentum, nesterov ? 1 : 0, 0.01, g, &v, &p)
        }
      }
      return [p]
    }
    let expected = start.indices.map { i in
      var p = Double(start[i]), v = 0.0
      for gradient in gradients {
        let g = Double(gradient[i]) + 0.01 * p
        v = momentum * v + g
        p -= 0.1 * (nesterov ? g + momentum * v : v)
      }
      return p
    }
    #expect(Self.error(found[0], expected) < 1e-6)
  }

  @Test(arguments: [false, true]) func stepsOfAdam(decoupled: Bool) {
    var numbers = Numbers(seed: 22)
    let start: [Double] = numbers.uniform(37), gradients: [[Double]] = (0..<5).map { _ in numbers.uniform(37) }
    let found = Self.atEveryLevel { () -> [[Double]] in
      var p = start, first = start.map { _ in 0.0 }, second = first
      for (step, g) in gradients.enumerated() {
        rk_adam_step_f64(
          37, 0.01, 0.9, 0.999, 1e-8, 0.1, decoupled ? 1 : 0, step + 1, g, &first, &second, &p)
      }
      return [p]
    }
    let expected = start.indices.map { i in
      var p = start[i], m = 0.0, v = 0.0, power1 = 1.0, power2 = 1.0
      for gradient in gradients {
        var g = gradient[i]
        if decoupled { p *= 1 - 0.01 * 0.1 } else { g += 0.1 * p }
        (power1, power2) = (power1 * 0.9, power2 * 0.999)
        m = 0.9 * m + 0.1 * g
        v = 0.999 * v + 0.001 * g * g
        p -= 0.01 * (m / (1 - power1)) / ((v / (1 - power2)).squareRoot() + 1e-8)
      }
      return p
    }
    #expect(Self.error(found[0], expected) < 1e-13)
  }
}
