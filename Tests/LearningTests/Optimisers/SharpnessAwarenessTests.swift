import NumericalCore
import Testing

@testable import Learning

@Suite struct SharpnessAwarenessTests {
  @Test func perturbations() {
    let w = Tensor<Double>(vector: [1, -2, 0])
    let g = Tensor<Double>(vector: [3, 4, 0])
    let plain = SharpnessAwareness(radius: 0.5).perturbation(of: w, gradient: g).elements
    #expect(abs(plain[0] - 0.3) < 1e-15 && abs(plain[1] - 0.4) < 1e-15 && plain[2] == 0)
    // w·g = (3, −8, 0), of norm √73; w²·g = (3, 16, 0).
    let adaptive = SharpnessAwareness(radius: 0.5, isAdaptive: true).perturbation(of: w, gradient: g).elements
    let scale = 0.5 / 73.0.squareRoot()
    #expect(abs(adaptive[0] - 3 * scale) < 1e-15 && abs(adaptive[1] - 16 * scale) < 1e-15 && adaptive[2] == 0)
    #expect(SharpnessAwareness(radius: 0.5).perturbation(of: w, gradient: Tensor([3])).elements == [0, 0, 0])
  }

  /// For f(w) = ½·Σ hᵢ·wᵢ² the gradient at w + ε is h·(w + ε).
  @Test func gradientsAtThePerturbedPlace() {
    let h = Tensor<Double>(vector: [1, 4])
    var network = Network<Double>(input: [2], random: RandomSource(seed: 0, stream: "")) { Dense(1, bias: false) }
    network.parameters = Tensor(vector: [3, 1])
    let (value, gradient) = SharpnessAwareness(radius: 1).valueAndGradient(network) { network in
      network.valueAndGradient { variables in
        (variables[0].reshaped(to: [2]).square() * Variable(h)).sum().scaled(by: 0.5)
      }
    }
    #expect(value == 6.5)
    #expect(abs(gradient[0] - 3.6) < 1e-14 && abs(gradient[1] - 7.2) < 1e-14)
  }

  @Test func clipping() {
    var long = Tensor<Double>(vector: [3, 4])
    #expect(long.clip(norm: 10) == 5)
    #expect(long.elements == [3, 4])
    #expect(long.clip(norm: 1) == 5)
    #expect(abs(long[0] - 0.6) < 1e-15 && abs(long[1] - 0.8) < 1e-15)
  }
}
