import NumericalCore

/// Attention of sequences to themselves.
extension Variable {
  /// softmax(Q·Kᵀ/√size)·V in every head, of projections `[example × place × (3 · width)]` that hold Q, K and V side by side.
  /// - Parameters:
  ///   - heads: a divisor of the width.
  ///   - causal: whether a place attends to itself and earlier ones only.
  /// - Returns: `[example × place × width]`, the heads side by side.
  public func attention(heads: Int, causal: Bool = false) -> Variable {
    let geometry = AttentionGeometry(projections: shape, heads: heads, causal: causal)
    let (outputs, weights) = value.attention(geometry)
    return .recorded(outputs, from: self) { pass in
      if pass.isRecording { return [pass(self).attentionGradient(geometry, pass.gradient)] }
      return [Variable(value.attentionGradient(geometry, weights: weights, gradient: pass.gradient.value))]
    }
  }

  /// The gradient of ⟨attention, gradient⟩ by the projections, of operations that can be differentiated once more.
  private func attentionGradient(_ geometry: AttentionGeometry, _ gradient: Variable) -> Variable {
    let width = geometry.width
    let parts = (0..<3).map { sliced(($0 * width)..<(($0 + 1) * width), along: 2).headsApart(geometry) }
    let (queries, keys, values) = (parts[0], parts[1], parts[2])
    var scores = Variable.multiply(queries, keys, transposingRight: true).scaled(by: Scalar(geometry.scale))
    if geometry.isCausal { scores = scores + Variable(Variable.mask(geometry.length)) }
    let weights = scores.softmax()
    let upper = gradient.reshaped(to: geometry.outputShape).headsApart(geometry)
    let weighted = Variable.multiply(upper, values, transposingRight: true) * weights
    let forScores = (weighted - weights * weighted.sum(along: -1, keepingAxis: true)).scaled(by: Scalar(geometry.scale))
    let gradients = [
      Variable.multiply(forScores, keys), Variable.multiply(forScores, queries, transposingLeft: true),
      Variable.multiply(weights, upper, transposingLeft: true),
    ]
    return Variable.concatenated(gradients.map { $0.headsTogether(geometry) }, along: 2)
  }

  /// `[(example · head) × place × size]` of `[example × place × width]`.
  private func headsApart(_ geometry: AttentionGeometry) -> Variable {
    reshaped(to: [geometry.examples, geometry.length, geometry.heads, geometry.size]).permuted([0, 2, 1, 3])
      .reshaped(to: [geometry.examples * geometry.heads, geometry.length, geometry.size])
  }

  private func headsTogether(_ geometry: AttentionGeometry) -> Variable {
    reshaped(to: [geometry.examples, geometry.heads, geometry.length, geometry.size]).permuted([0, 2, 1, 3])
      .reshaped(to: geometry.outputShape)
  }

  /// Above the diagonal so far below all scores that the exponential is zero.
  private static func mask(_ length: Int) -> Tensor<Scalar> {
    Tensor([length, length]) { target in
      for i in 0..<length {
        for j in 0..<length { target[i * length + j] = j > i ? -1e30 : 0 }
      }
    }
  }
}
