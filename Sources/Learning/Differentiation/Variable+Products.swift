import Diagnostics
import NumericalCore

/// Products of matrices and convolutions, with all their derivatives.
extension Variable {
  /// The product of two matrices, or of batches of them, either transposed (see `Tensor.multiply`).
  public static func multiply(
    _ a: Variable, _ b: Variable, transposingLeft ta: Bool = false, transposingRight tb: Bool = false
  ) -> Variable {
    let product = Tensor.multiply(a.value, b.value, transposingLeft: ta, transposingRight: tb)
    return .recorded(product, from: a, b) { pass in
      let g = pass.gradient
      // C = op(A)·op(B): dA = G·op(B)ᵀ or, for op = ᵀ, op(B)·Gᵀ; dB likewise.
      let left: Variable? =
        !pass.needs(0)
        ? nil
        : ta
          ? multiply(pass(b), g, transposingLeft: tb, transposingRight: true)
          : multiply(g, pass(b), transposingLeft: false, transposingRight: !tb)
      let right: Variable? =
        !pass.needs(1)
        ? nil
        : tb
          ? multiply(g, pass(a), transposingLeft: true, transposingRight: ta)
          : multiply(pass(a), g, transposingLeft: !ta, transposingRight: false)
      // One matrix that met a batch gets the sum over the batch, or, as a leaf, one gradient an example.
      return [left?.collected(for: 0, a.shape, pass), right.flatMap { $0.collectedProduct(for: 1, b.shape, pass, a, g) }]
    }
  }

  /// The gradient of a right factor `b` of a product of rows: summed over the rows, or for each of them.
  private func collectedProduct(
    for input: Int, _ target: Shape, _ pass: Backward<Scalar>, _ a: Variable, _ g: Variable
  ) -> Variable? {
    guard let examples = pass.examples(forLeaf: input) else { return summed(to: target) }
    if rank == 3 && shape[0] == examples { return self }
    return Variable.outerPerExample(a, g, examples: examples, target)
  }

  /// aᵢᵀ·gᵢ for every example i, of `[examples·rows × m]` and `[examples·rows × n]`.
  private static func outerPerExample(_ a: Variable, _ g: Variable, examples: Int, _ target: Shape) -> Variable {
    let (m, n) = (a.shape[-1], g.shape[-1])
    let rows = a.count / m
    if rows % examples != 0 { trap("per-example gradient of a factor of \(target) that met rows of \(a.shape)") }
    let left = a.detached().reshaped(to: [examples, rows / examples, m])
    let right = g.detached().reshaped(to: [examples, rows / examples, n])
    let each = multiply(left, right, transposingLeft: true)
    return target == [m, n] ? each : each.transposed()
  }

  /// x·W + b: a dense layer, along the last axis; max(0, x·W + b) if rectifying.
  ///
  /// - Parameters:
  ///   - weights: `[inputs × outputs]`.
  ///   - bias: `[outputs]`, none if nil.
  /// - Returns: `[… × outputs]` for `[… × inputs]`.
  public func linear(_ weights: Variable, bias: Variable? = nil, rectifying: Bool = false) -> Variable {
    if rank > 2 {
      var result = shape
      result[-1] = weights.shape[-1]
      return rowsOfLast().linear(weights, bias: bias, rectifying: rectifying).reshaped(to: result)
    }
    let product = Tensor.multiply(value, weights.value, bias: bias?.value, rectifying: rectifying)
    return .recorded(product, from: [self, weights] + (bias.map { [$0] } ?? [])) { pass in
      let g = rectifying ? pass.gradient.gated(by: product) : pass.gradient
      let forInput = pass.needs(0) ? Variable.multiply(g, pass(weights), transposingRight: true) : nil
      var forWeights: Variable?
      if pass.needs(1) {
        forWeights =
          pass.examples(forLeaf: 1).map { Variable.outerPerExample(self, g, examples: $0, weights.shape) }
          ?? Variable.multiply(pass(self), g, transposingLeft: true)
      }
      guard let bias else { return [forInput, forWeights] }
      let perExample = pass.examples(forLeaf: 2).map { g.reshaped(to: [$0, g.shape[0] / $0, g.shape[1]]) }
      return [forInput, forWeights, (perExample ?? g).collected(for: 2, bias.shape, pass)]
    }
  }

  /// All axes but the last as one.
  private func rowsOfLast() -> Variable { rank == 2 ? self : reshaped(to: [count / shape[-1], shape[-1]]) }

  /// The convolution of channels-last images with filters.
  ///
  /// - Parameters:
  ///   - filters: `[row × column × channel / groups × filter]`.
  ///   - stride: ≥ 1.
  ///   - padding: rows and columns of zeros on every side.
  ///   - groups: independent parts of the channels; as many as channels for a depthwise convolution.
  /// - Returns: `[image × row × column × filter]`.
  public func convolved(with filters: Variable, stride: Int = 1, padding: Int = 0, groups: Int = 1) -> Variable {
    let geometry = ConvolutionGeometry(
      images: shape, filters: filters.shape, stride: stride, padding: padding, groups: groups)
    return Variable.convolve(.forward, geometry, self, filters)
  }

  /// conv(images, filters) + bias, or the larger of that and 0 if rectifying.
  static func convolve(
    _ geometry: ConvolutionGeometry, _ images: Variable, _ filters: Variable, bias: Variable?, rectifying: Bool
  ) -> Variable {
    if bias == nil && !rectifying { return convolve(.forward, geometry, images, filters) }
    var responses = Tensor.convolve(.forward, geometry, images.value, filters.value)
    if let bias { responses.addToRows(bias.value) }
    if rectifying { responses.apply(.relu) }
    let output = responses
    return .recorded(output, from: [images, filters] + (bias.map { [$0] } ?? [])) { pass in
      let g = rectifying ? pass.gradient.gated(by: output) : pass.gradient
      let gradients = responseGradients(geometry, images, filters, g, pass)
      return bias.map { gradients + [g.collected(for: 2, $0.shape, pass)] } ?? gradients
    }
  }

  /// A map of a convolution; the derivatives of each are the other two.
  static func convolve(
    _ direction: ConvolutionKernel, _ geometry: ConvolutionGeometry, _ a: Variable, _ b: Variable
  ) -> Variable {
    .recorded(Tensor.convolve(direction, geometry, a.value, b.value), from: a, b) { pass in
      let g = pass.gradient
      switch direction {
      case .forward: return responseGradients(geometry, a, b, g, pass)
      case .inputGradient:
        return [
          pass.needs(0) ? convolve(.forward, geometry, g, pass(b)) : nil,
          pass.needs(1) ? convolve(.filterGradient, geometry, g, pass(a)) : nil,
        ]
      case .filterGradient:
        return [
          pass.needs(0) ? convolve(.inputGradient, geometry, pass(b), g) : nil,
          pass.needs(1) ? convolve(.forward, geometry, pass(a), g) : nil,
        ]
      }
    }
  }

  /// The gradients by images and filters, from that by the responses.
  private static func responseGradients(
    _ geometry: ConvolutionGeometry, _ images: Variable, _ filters: Variable, _ g: Variable, _ pass: Backward<Scalar>
  ) -> [Variable?] {
    let forImages = pass.needs(0) ? convolve(.inputGradient, geometry, g, pass(filters)) : nil
    guard pass.needs(1) else { return [forImages, nil] }
    if let examples = pass.examples(forLeaf: 1) {
      return [forImages, filterGradientPerExample(geometry, images, g, examples)]
    }
    return [forImages, convolve(.filterGradient, geometry, pass(images), g)]
  }

  private static func filterGradientPerExample(
    _ geometry: ConvolutionGeometry, _ images: Variable, _ g: Variable, _ examples: Int
  ) -> Variable {
    if geometry.images % examples != 0 { trap("\(geometry.images) images of \(examples) examples") }
    var part = geometry
    part.images = geometry.images / examples
    let each = (0..<examples).map { example in
      let range = (example * part.images)..<((example + 1) * part.images)
      return Tensor.convolve(.filterGradient, part, images.value.rows(range), g.value.rows(range))
        .reshaped(to: part.filterShape.inserting(1, at: 0))
    }
    return Variable(Tensor.concatenated(each))
  }
}
