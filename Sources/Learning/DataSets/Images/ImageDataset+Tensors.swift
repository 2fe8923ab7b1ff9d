import Diagnostics
import NumericalCore

extension ImageDataset {
  /// All images, `[count × height × width × channels]`.
  public var tensor: Tensor<Float> { batch(0..<count) }

  /// The images at `indices`, `[indices × height × width × channels]`.
  ///
  /// The memory comes back from the tensors of earlier steps, so that a training loop does not allocate.
  public func batch(_ indices: some Collection<Int>) -> Tensor<Float> {
    Tensor([indices.count, height, width, channels]) { copyPixels(of: indices, into: $0) }
  }

  /// The labels at `indices`.
  public func labels(of indices: some Collection<Int>) -> [Int] { indices.map { labels[$0] } }
}

extension [Augmentation] {
  /// Applies all of them to a batch, one after the other.
  /// - Parameter images: `[images × height × width × channels]`.
  public func apply(to images: inout Tensor<Float>, random: inout RandomSource) {
    if images.rank != 4 { trap("Augmentation: images of shape \(images.shape), not image × row × column × channel") }
    let shape = ImageShape(height: images.shape[1], width: images.shape[2], channels: images.shape[3])
    images.withMutableElements { apply(to: $0, shape: shape, random: &random) }
  }
}
