import Diagnostics

/// Attention of sequences to themselves.
extension Tensor {
  /// softmax(Q·Kᵀ/√size)·V in every head, of projections `[example × place × (3 · width)]` that hold Q, K and V side by side.
  ///
  /// - Returns: the outputs `[example × place × width]`, the heads side by side, and the softmax
  ///   `[(example · head) × place × place]`.
  /// - Complexity: O(examples · length² · width).
  /// - Source: Vaswani et al., "Attention is all you need" (2017), equation 1.
  public func attention(_ geometry: AttentionGeometry) -> (outputs: Tensor, weights: Tensor) {
    if shape != geometry.projectionShape { trap("attention to \(shape), expected \(geometry.projectionShape)") }
    if geometry.outputShape.count == 0 { return (Tensor(geometry.outputShape), Tensor(geometry.weightShape)) }
    let weights = Tensor(geometry.weightShape, uninitialised: { _ in })
    let outputs = Tensor(geometry.outputShape) { target in
      guard let y = target.baseAddress else { return }
      withExtendedLifetime((storage, weights.storage)) {
        Scalar._attention(geometry, pointer, weights.storage.pointer, y)
      }
    }
    return (outputs, weights)
  }

  /// The gradient of ⟨attention, gradient⟩ by the projections, of which this is the tensor.
  /// - Parameters:
  ///   - weights: the softmax that `attention` gave.
  ///   - gradient: `[example × place × width]`.
  public func attentionGradient(_ geometry: AttentionGeometry, weights: Tensor, gradient: Tensor) -> Tensor {
    if shape != geometry.projectionShape || weights.shape != geometry.weightShape || gradient.count != geometry.outputShape.count {
      trap("the gradient of attention to \(shape), with weights of \(weights.shape) and a gradient of \(gradient.shape)")
    }
    return Tensor(shape) { target in
      guard let dx = target.baseAddress, gradient.count > 0 else { return }
      withExtendedLifetime((storage, weights.storage, gradient.storage)) {
        Scalar._attentionGradient(geometry, pointer, weights.pointer, gradient.pointer, dx)
      }
    }
  }
}
