import Diagnostics
import NumericalCore

/// The largest number of every window of every channel of images `[row × column × channel]`.
public struct MaxPool2D: Layer {
  /// Rows and columns of a window.
  public var size: Int
  public var stride: Int
  /// Rows and columns outside of the image, on every side; they never are the largest.
  public var padding: Int

  /// - Parameter stride: `size` if nil.
  public init(_ size: Int, stride: Int? = nil, padding: Int = 0) {
    self.size = size
    self.stride = stride ?? size
    self.padding = padding
  }

  public var kind: String { "maxPool" }

  public func plan(for input: Shape) -> LayerPlan {
    if input.rank != 3 { trap("a pooling of images for inputs of \(input)") }
    return LayerPlan(output: geometry(input.inserting(1, at: 0)).responseShape.removing(0))
  }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    x.maximumPooled(geometry(x.shape))
  }

  private func geometry(_ images: Shape) -> PoolingGeometry {
    PoolingGeometry(images: images, window: (size, size), stride: stride, padding: padding)
  }
}
