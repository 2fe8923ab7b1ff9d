import Diagnostics
import NumericalCore

/// Scaled dot-product attention of a sequence `[length × width]` to itself, in `heads` parts of the width.
///
/// Each head has softmax(Q·Kᵀ/√d)·V with Q, K, V = x·W + b cut to d = width / heads columns; the heads side by side are
/// multiplied by an output matrix. If causal, a place attends to itself and earlier ones only.
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
    let fans = Fans(in: width, out: width)
    var plan = LayerPlan(output: input)
    for name in ["queries", "keys", "values", "outputs"] {
      plan.parameters.append(.init(name, [width, width], initialisation, fans: fans))
      if hasBias { plan.parameters.append(.init("\(name)Bias", [width], .zeros, fans: fans)) }
    }
    return plan
  }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    let (examples, length, width) = (x.shape[0], x.shape[1], x.shape[2])
    let size = width / heads
    let split: Shape = [examples, length, heads, size]
    let batch: Shape = [examples * heads, length, size]
    func project(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
      let weights = pass.nextParameter()
      return x.linear(weights, bias: hasBias ? pass.nextParameter() : nil)
    }
    func separated(_ x: Variable<Scalar>) -> Variable<Scalar> {
      x.reshaped(to: split).permuted([0, 2, 1, 3]).reshaped(to: batch)
    }
    let queries = separated(project(x, &pass).scaled(by: Scalar(1 / Double(size).squareRoot())))
    let keys = separated(project(x, &pass))
    let values = separated(project(x, &pass))
    var scores = Variable.multiply(queries, keys, transposingRight: true)
    if isCausal { scores = scores + Variable(MultiHeadAttention.mask(length)) }
    let attended = Variable.multiply(scores.softmax(), values)
      .reshaped(to: [examples, heads, length, size]).permuted([0, 2, 1, 3]).reshaped(to: x.shape)
    return project(attended, &pass)
  }

  /// So far below all scores that its exponential is zero.
  private static func mask<Scalar>(_ length: Int) -> Tensor<Scalar> {
    Tensor([length, length]) { target in
      for i in 0..<length {
        for j in 0..<length { target[i * length + j] = j > i ? -1e30 : 0 }
      }
    }
  }
}
