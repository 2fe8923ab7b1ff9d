import Diagnostics
import NumericalCore

/// Scaled dot-product attention of a sequence `[length × width]` to itself, in `heads` parts of the width.
///
/// Each head has softmax(Q·Kᵀ/√d)·V with Q, K, V = x·W + b cut to d = width / heads columns; the heads side by side are
/// multiplied by an output matrix. The three matrices W are one parameter, side by side. If causal, a place attends to itself and earlier ones only.
/// - Complexity: O(length²·width + length·width²) an example.
/// - Source: Vaswani et al., "Attention is all you need" (2017), section 3.2.
public struct MultiHeadAttention: Layer {
  public var heads: Int
  public var isCausal: Bool
  public var hasBias: Bool
  public var initialisation: Initialisation

  public init(heads: Int, causal: Bool = false, bias: Bool = true, initialisation: Initialisation = .glorotUniform) {
    self.heads = heads
    isCausal = causal
    hasBias = bias
    self.initialisation = initialisation
  }

  public var kind: String { "attention" }

  public func plan(for input: Shape) -> LayerPlan {
    if input.rank != 2 || heads < 1 || input[1] % heads != 0 { trap("attention with \(heads) heads for inputs of \(input)") }
    let width = input[1]
    // The projections are three matrices side by side: one product with each place instead of three.
    let fans = Fans(in: width, out: width)
    var plan = LayerPlan(output: input)
    for (name, columns) in [("projections", 3 * width), ("outputs", width)] {
      plan.parameters.append(.init(name, [width, columns], initialisation, fans: fans))
      if hasBias { plan.parameters.append(.init("\(name)Bias", [columns], .zeros, fans: fans)) }
    }
    return plan
  }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    func project(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
      let weights = pass.nextParameter()
      return x.linear(weights, bias: hasBias ? pass.nextParameter() : nil)
    }
    return project(project(x, &pass).attention(heads: heads, causal: isCausal), &pass)
  }
}
