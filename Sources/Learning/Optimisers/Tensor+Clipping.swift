import NumericalCore

extension Tensor {
  /// Shrinks the tensor, in place, to the given Euclidean norm if it is longer.
  /// - Returns: the norm that it had.
  /// - Source: Pascanu, Mikolov & Bengio, "On the difficulty of training recurrent neural networks" (2013), algorithm 1.
  @discardableResult
  public mutating func clip(norm limit: Double) -> Scalar {
    let length = norm
    if Double(length) > limit { scale(by: Scalar(limit) / length) }
    return length
  }
}
