import Learning
import NumericalCore

extension SGDSparseFeatures {
  /// Digits as rows of pixels, and how well logits read them.
  struct DigitsSample {
    /// `[count × 64]`.
    let inputs: Tensor<Float>
    let labels: [Int32]

    init(_ images: ImageDataset) {
      inputs = images.tensor.reshaped(to: [images.count, images.shape.size])
      labels = images.labels.map { Int32($0) }
    }

    /// The mean cross-entropy, summed in double precision.
    func loss(_ logits: Tensor<Float>) -> Double {
      logits.crossEntropies(labels).losses.elements.reduce(0) { $0 + Double($1) } / Double(labels.count)
    }

    /// The share of rows whose largest logit is not the label's.
    func error(_ logits: Tensor<Float>) -> Double {
      Double(zip(logits.argmaxOfRows(), labels).count { $0 != Int($1) }) / Double(labels.count)
    }
  }
}
