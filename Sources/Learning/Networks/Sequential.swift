import NumericalCore

/// Layers one after the other.
public struct Sequential: Layer {
  public var layers: [any Layer]

  public init(_ layers: [any Layer]) { self.layers = layers }
  public init(@LayerBuilder _ layers: () -> [any Layer]) { self.init(layers()) }

  public var kind: String { "sequential" }

  public func plan(for input: Shape) -> LayerPlan {
    var plan = LayerPlan(output: input)
    for (index, layer) in layers.enumerated() {
      let part = layer.plan(for: plan.output)
      plan.append(part, prefix: "\(layer.kind)\(index)")
      plan.output = part.output
    }
    return plan
  }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    var x = x
    for layer in layers { x = layer.apply(x, &pass) }
    return x
  }
}
