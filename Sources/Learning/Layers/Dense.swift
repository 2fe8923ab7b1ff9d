import Diagnostics
import NumericalCore

/// activation(m·x·W + b) along the last axis, with W `[inputs × outputs]`, b `[outputs]` and m = 1 unless the
/// initialisation has a multiplier.
public struct Dense: Layer {
  public var outputs: Int
  public var activation: ActivationFunction
  public var hasBias: Bool
  public var initialisation: Initialisation
  public var biasInitialisation: Initialisation

  public init(
    _ outputs: Int, activation: ActivationFunction = .identity, bias: Bool = true,
    initialisation: Initialisation = .heNormal, biasInitialisation: Initialisation = .zeros
  ) {
    if outputs < 1 { trap("a dense layer with \(outputs) outputs") }
    self.outputs = outputs
    self.activation = activation
    hasBias = bias
    self.initialisation = initialisation
    self.biasInitialisation = biasInitialisation
  }

  public var kind: String { "dense" }

  public func plan(for input: Shape) -> LayerPlan {
    if input.rank == 0 || input[-1] == 0 { trap("a dense layer for inputs of \(input)") }
    let fans = Fans(in: input[-1], out: outputs)
    var output = input
    output[-1] = outputs
    var plan = LayerPlan(output: output, parameters: [.init("weights", [fans.fanIn, outputs], initialisation, fans: fans)])
    if hasBias { plan.parameters.append(.init("bias", [outputs], biasInitialisation, fans: fans)) }
    return plan
  }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    let weights = pass.nextParameter()
    let bias = hasBias ? pass.nextParameter() : nil
    let multiplier = initialisation.multiplier(Fans(in: weights.shape[0], out: outputs))
    if multiplier == 1 {
      return activation == .relu ? x.linear(weights, bias: bias, rectifying: true) : activation(x.linear(weights, bias: bias))
    }
    let product = x.linear(weights).scaled(by: Scalar(multiplier))
    return activation(bias.map { product + $0 } ?? product)
  }
}
