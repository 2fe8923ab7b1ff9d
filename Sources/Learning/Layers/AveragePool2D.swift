import Diagnostics
import NumericalCore

/// The mean of every window of every channel of images `[row × column × channel]`.
public struct AveragePool2D: Layer {
  /// Rows and columns of a window.
  public var size: Int
  public var stride: Int
  /// Rows and columns outside of the image, on every side.
  public var padding: Int
  /// Whether places outside of the image count as zeros, not as missing.
  public var countsPadding: Bool

  /// - Parameter stride: `size` if nil.
  public init(_ size: Int, stride: Int? = nil, padding: Int = 0, countingPadding: Bool = true) {
    self.size = size
    self.stride = stride ?? size
    self.padding = padding
    countsPadding = countingPadding
  }

  public var kind: String { "averagePool" }

  public func plan(for input: Shape) -> LayerPlan {
    if input.rank != 3 { trap("a pooling of images for inputs of \(input)") }
    return LayerPlan(output: geometry(input.inserting(1, at: 0)).responseShape.removing(0))
  }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    x.averagePooled(geometry(x.shape), countingPadding: countsPadding)
  }

  private func geometry(_ images: Shape) -> PoolingGeometry {
    PoolingGeometry(images: images, window: (size, size), stride: stride, padding: padding)
  }
}
