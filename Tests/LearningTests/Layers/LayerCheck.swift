import NumericalCore
import Testing

@testable import Learning

/// Checks a layer's derivatives, by its inputs and by all its parameters, against finite differences.
enum LayerCheck {
  /// First and second derivatives of ⟨outputs, w⟩ for random inputs and parameters.
  static func expectGradients(
    _ layers: [any Layer], input: Shape, examples: Int = 3, mode: ForwardPass<Double>.Mode = .evaluation,
    tolerance: Double = 2e-6, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let network = network(layers, input: input)
    let x = GradientCheck.normal(input.inserting(examples, at: 0), "inputs")
    GradientCheck.expect(
      [x] + network.variables(tracking: false).map(\.value), tolerance: tolerance, sourceLocation: sourceLocation
    ) { variables in
      var pass = ForwardPass(mode, state: network.state, random: RandomSource(seed: 3, stream: "pass"))
      return network.logits(variables[0], parameters: Array(variables.dropFirst()), pass: &pass)
    }
  }

  /// A network with all parameters random, biases too.
  static func network(_ layers: [any Layer], input: Shape) -> Network<Double> {
    var network = Network<Double>(input: input, random: RandomSource(seed: 1, stream: "parameters"), layers: layers)
    let noise = GradientCheck.normal(network.parameters.shape, "parameters")
    network.parameters.add(noise, times: 0.3)
    return network
  }

  /// The numbers ((factor·i mod modulus) − ⌊modulus / 2⌋) / 10: easy to repeat in other software.
  static func ramp(_ shape: Shape, _ factor: Int = 7, _ modulus: Int = 11) -> Tensor<Double> {
    Tensor(shape, elements: (0..<shape.count).map { Double((factor * $0) % modulus - modulus / 2) / 10 })
  }
}
