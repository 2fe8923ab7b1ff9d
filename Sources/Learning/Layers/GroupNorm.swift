import Diagnostics
import NumericalCore

/// gain·(x − μ)/√(σ² + ε) + offset with the moments of each of `groups` runs of channels, over all places of an example;
/// as many groups as channels make instance normalisation.
/// - Source: Wu & He, "Group normalization" (2018), equations 1 to 7.
public struct GroupNorm: Layer {
  public var groups: Int
  public var epsilon: Double

  public init(groups: Int, epsilon: Double = 1e-5) {
    self.groups = groups
    self.epsilon = epsilon
  }

  public var kind: String { "groupNorm" }

  public func plan(for input: Shape) -> LayerPlan {
    if input.rank == 0 || groups < 1 || input[-1] % groups != 0 {
      trap("group normalisation with \(groups) groups for inputs of \(input)")
    }
    let shape: Shape = [input[-1]]
    return LayerPlan(output: input, parameters: [.init("gains", shape, .ones), .init("offsets", shape, .zeros)])
  }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    let (gains, offsets) = (pass.nextParameter(), pass.nextParameter())
    let (examples, width) = (x.shape[0], x.shape[-1] / groups)
    let places = x.count / (examples * groups * width)
    let grouped = x.reshaped(to: [examples, places, groups, width]).permuted([0, 2, 1, 3])
    let rows = grouped.reshaped(to: [examples * groups, places * width])
    let standardized = rows.standardized(ofRows: true, epsilon: Scalar(epsilon)).output
      .reshaped(to: grouped.shape).permuted([0, 2, 1, 3])
    return standardized.reshaped(to: x.shape) * gains + offsets
  }
}
