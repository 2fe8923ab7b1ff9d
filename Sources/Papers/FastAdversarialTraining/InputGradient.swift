import Learning
import NumericalCore

extension FastAdversarialTraining {
  /// Gradients of the loss by the images, and the angles between them.
  enum InputGradient {
    /// Norms below this count as zero: such examples have no direction.
    static let smallestNorm: Float = 1e-15

    /// ∇ₓℓ(x) of every image.
    static func at(_ images: Tensor<Float>, _ labels: [Int], _ classifier: Classifier<Float>) -> Tensor<Float> {
      let point = Variable(tracking: images)
      return classifier.logits(point).crossEntropies(labels).gradient(withRespectTo: point).value
    }

    /// The mean cosine between constant and recorded gradients over the examples where both have a direction; nil if
    /// there is none.
    ///
    /// Each gradient is divided by its own norm first: the product of two small norms would vanish in single precision.
    static func meanCosine(_ first: Tensor<Float>, _ second: Variable<Float>) -> Variable<Float>? {
      let (a, b) = (norms(first), norms(second.value))
      let kept = a.indices.filter { a[$0] > smallestNorm && b[$0] > smallestNorm }
      if kept.isEmpty { return nil }
      let rows = second.flattenedRows()
      let chosen = kept.count == a.count ? rows : rows.gatheringRows(kept)
      let units = first.flattenedRows.gatheringRows(kept)
        * Tensor<Float>([kept.count, 1], elements: kept.map { 1 / a[$0] })
      let lengths = chosen.normsOfRows().reshaped(to: [kept.count, 1])
      return (chosen / lengths * Variable(units)).sum(along: 1).mean()
    }

    /// The cosines between the rows of two tensors, where both have a direction.
    static func cosines(_ first: Tensor<Float>, _ second: Tensor<Float>) -> [Double] {
      let (a, b) = (norms(first), norms(second))
      let products = (first.flattenedRows * second.flattenedRows).sum(along: 1)
      let kept = a.indices.filter { a[$0] > smallestNorm && b[$0] > smallestNorm }
      // In single precision again only after the division by one norm.
      return kept.map { Double(products.elements[$0] / a[$0] / b[$0]) }
    }

    private static func norms(_ x: Tensor<Float>) -> [Float] {
      x.flattenedRows.reduced(.sumOfSquares, along: 1).map(.squareRoot).elements
    }
  }
}
