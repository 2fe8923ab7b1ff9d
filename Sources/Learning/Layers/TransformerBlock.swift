import NumericalCore

/// x + attention(norm(x)), then x + perceptron(norm(x)), of sequences `[length × width]`: a block with normalised inputs.
/// - Source: Xiong et al., "On layer normalization in the transformer architecture" (2020), figure 1b.
public struct TransformerBlock: Layer {
  public var attention: MultiHeadAttention
  /// Width of the perceptron's hidden layer in widths of the sequence.
  public var expansion: Int
  public var activation: ActivationFunction
  public var dropout: Double
  public var initialisation: Initialisation

  public init(
    heads: Int, expansion: Int = 4, activation: ActivationFunction = .gelu, causal: Bool = false, dropout: Double = 0,
    initialisation: Initialisation = .glorotUniform
  ) {
    attention = MultiHeadAttention(heads: heads, causal: causal, initialisation: initialisation)
    self.expansion = expansion
    self.activation = activation
    self.dropout = dropout
    self.initialisation = initialisation
  }

  public var kind: String { "block" }

  public func plan(for input: Shape) -> LayerPlan { body(width: input[-1]).plan(for: input) }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    body(width: x.shape[-1]).apply(x, &pass)
  }

  private func body(width: Int) -> Sequential {
    let rest: [any Layer] = dropout > 0 ? [Dropout(dropout)] : []
    return Sequential([
      Residual([LayerNorm(), attention] + rest),
      Residual(
        [
          LayerNorm(), Dense(expansion * width, activation: activation, initialisation: initialisation),
          Dense(width, initialisation: initialisation),
        ] + rest),
    ])
  }
}
