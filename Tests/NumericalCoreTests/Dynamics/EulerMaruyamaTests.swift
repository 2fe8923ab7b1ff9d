import Foundation
import Testing

@testable import NumericalCore

@Suite struct EulerMaruyamaTests {
  /// dx = −x dt + √2 dW has the standard normal as stationary law; the scheme's own variance is 1/(1 − h/2).
  @Test func ornsteinUhlenbeckIsStationary() {
    var method = EulerMaruyama(dimension: 1)
    var source = RandomSource(seed: 1, stream: "ornstein-uhlenbeck")
    var (state, values) = ([0.0], [Double]())
    method.integrate(
      &state, from: 0, to: 20_000, steps: 200_000, source: &source, drift: { _, x, b in b[0] = -x[0] },
      diffusion: { _, _, dw, kick in kick[0] = 2.0.squareRoot() * dw[0] }, observe: { _, x in values.append(x[0]) })
    #expect(values.count == 200_000)
    #expect(agree(Statistics.variance(values), 1 / (1 - 0.05), absolute: 0.05))
    #expect(abs(Statistics.mean(values)) < 0.05)
  }

  /// Strong order 1/2 for geometric Brownian motion, whose solution is known along the path.
  @Test func strongOrder() {
    func error(_ steps: Int) -> Double {
      var sum = 0.0
      for path in 0..<400 {
        var method = EulerMaruyama(dimension: 1)
        var source = RandomSource(seed: 2, stream: "paths").substream(path)
        var (state, brownian) = ([1.0], 0.0)
        method.integrate(
          &state, from: 0, to: 1, steps: steps, source: &source, drift: { _, x, b in b[0] = 0.5 * x[0] },
          diffusion: { _, x, dw, kick in
            brownian += dw[0]
            kick[0] = x[0] * dw[0]
          })
        sum += abs(state[0] - exp(brownian))
      }
      return sum / 400
    }
    #expect(abs(log2(error(16) / error(1024)) / 6 - 0.5) < 0.12)
  }

  @Test func noiseOfOtherDimension() {
    var method = EulerMaruyama(dimension: 2, noiseDimension: 3)
    var source = RandomSource(seed: 3, stream: "noise")
    var draws = source
    var state = [1.0, 2.0]
    method.step(
      &state, time: 5, step: 0.25, source: &source, drift: { t, x, b in (b[0], b[1]) = (t, x[0]) },
      diffusion: { _, _, dw, kick in (kick[0], kick[1]) = (dw[0] + dw[1], dw[2]) })
    let normals = draws.normals(3)
    #expect(distance(state, [1 + 1.25 + 0.5 * (normals[0] + normals[1]), 2 + 0.25 + 0.5 * normals[2]]) < 1e-15)
  }
}
