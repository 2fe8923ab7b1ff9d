import Diagnostics
import NumericalCore

/// gain·(x − μ)/√(σ² + ε) + offset with the moments of the last axis of every example and place.
/// - Source: Ba, Kiros & Hinton, "Layer normalization" (2016), equation 4.
public struct LayerNorm: Layer {
  public var epsilon: Double

  public init(epsilon: Double = 1e-5) { self.epsilon = epsilon }

  public var kind: String { "layerNorm" }

  public func plan(for input: Shape) -> LayerPlan {
    if input.rank == 0 { trap("layer normalisation of scalars") }
    let shape: Shape = [input[-1]]
    return LayerPlan(output: input, parameters: [.init("gains", shape, .ones), .init("offsets", shape, .zeros)])
  }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    let (gains, offsets) = (pass.nextParameter(), pass.nextParameter())
    let rows = x.reshaped(to: [x.count / x.shape[-1], x.shape[-1]])
    return rows.standardizedRows(gains: gains, offsets: offsets, epsilon: Scalar(epsilon)).reshaped(to: x.shape)
  }
}
