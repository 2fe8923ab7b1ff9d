import Diagnostics

/// Products of matrices and convolutions.
extension Tensor {
  /// The product of two matrices, or of two batches of them, either operand transposed.
  ///
  /// - Parameters:
  ///   - a: `[m × k]` or `[batch × m × k]` (after transposition of the last two axes).
  ///   - b: `[k × n]` or `[batch × k × n]`; one matrix is multiplied with every one of a batch.
  ///   - bias: `[n]`, added to every row.
  ///   - rectifying: whether to replace the result by max(0, result).
  /// - Complexity: O(batch · m · k · n).
  /// - Determinism: every element is summed over k in order, in fused steps: the same bits on every CPU.
  public static func multiply(
    _ a: Tensor, _ b: Tensor, transposingLeft: Bool = false, transposingRight: Bool = false, bias: Tensor? = nil,
    rectifying: Bool = false
  ) -> Tensor {
    let (ra, rb) = (a.rank, b.rank)
    func mismatch() -> Never {
      trap("product of \(a.shape)\(transposingLeft ? "ᵀ" : "") and \(b.shape)\(transposingRight ? "ᵀ" : "")")
    }
    if ra < 2 || ra > 3 || rb < 2 || rb > 3 { mismatch() }
    let (m, k) = transposingLeft ? (a.shape[-1], a.shape[-2]) : (a.shape[-2], a.shape[-1])
    let (k2, n) = transposingRight ? (b.shape[-1], b.shape[-2]) : (b.shape[-2], b.shape[-1])
    let batch = ra == 3 ? a.shape[0] : (rb == 3 ? b.shape[0] : 1)
    if k != k2 || (ra == 3 && rb == 3 && a.shape[0] != b.shape[0]) { mismatch() }
    if let bias, bias.count != n { trap("a bias of \(bias.shape) for a product with \(n) columns") }
    let shape: Shape = ra == 3 || rb == 3 ? [batch, m, n] : [m, n]
    if k == 0 || shape.count == 0 {
      let zero = Tensor(shape)
      let result = bias.map { zero + $0.reshaped(to: [n]) } ?? zero
      return rectifying ? result.map(.relu) : result
    }
    return Tensor(shape) { target in
      guard let c = target.baseAddress else { return }
      withExtendedLifetime((a.storage, b.storage, bias?.storage)) {
        Scalar._multiply(
          MatrixProductKernel(
            transposingLeft: transposingLeft, transposingRight: transposingRight, rows: m, columns: n, inner: k,
            batch: batch, left: a.pointer, right: b.pointer, result: c, leftStride: ra == 3 ? m * k : 0,
            rightStride: rb == 3 ? k * n : 0, resultStride: m * n, bias: bias?.pointer, keep: 0,
            isRectified: rectifying))
      }
    }
  }

  /// One of the three maps of a convolution (see `ConvolutionKernel`).
  public static func convolve(
    _ direction: ConvolutionKernel, _ geometry: ConvolutionGeometry, _ a: Tensor, _ b: Tensor
  ) -> Tensor {
    let (first, second, result) =
      switch direction {
      case .forward: (geometry.imageShape, geometry.filterShape, geometry.responseShape)
      case .inputGradient: (geometry.responseShape, geometry.filterShape, geometry.imageShape)
      case .filterGradient: (geometry.imageShape, geometry.responseShape, geometry.filterShape)
      }
    if a.shape != first || b.shape != second {
      trap("convolution \(direction): operands of \(a.shape) and \(b.shape), expected \(first) and \(second)")
    }
    return Tensor(result) { target in
      guard let y = target.baseAddress, !target.isEmpty else { return }
      withExtendedLifetime((a.storage, b.storage)) { Scalar._convolve(direction, geometry, a.pointer, b.pointer, y) }
    }
  }

  /// The gradient by x of ⟨softmax(x), gradient⟩ along the last axis, of the softmax.
  public func softmaxGradient(_ gradient: Tensor) -> Tensor {
    if rank == 0 || gradient.shape != shape { trap("a softmax of \(shape) with a gradient of \(gradient.shape)") }
    return Tensor(shape) { target in
      guard let y = target.baseAddress, !target.isEmpty else { return }
      withExtendedLifetime((storage, gradient.storage)) {
        Scalar._softmaxGradient(pointer, gradient.pointer, y, count / shape[-1], shape[-1])
      }
    }
  }

  /// The softmax of every row of a matrix, or its logarithm.
  public func softmax(logarithm: Bool = false) -> Tensor {
    if rank == 0 { trap("softmax of a scalar") }
    return Tensor(shape) { target in
      guard let y = target.baseAddress, !target.isEmpty else { return }
      withExtendedLifetime(storage) {
        Scalar._softmax(logarithm: logarithm, pointer, y, count / shape[-1], shape[-1])
      }
    }
  }
}
