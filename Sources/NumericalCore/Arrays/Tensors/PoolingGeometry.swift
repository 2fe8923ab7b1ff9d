import Diagnostics

/// The shapes of a pooling of channels-last images.
///
/// Window (r, c) covers image rows r·stride − paddingTop and following, and may reach outside of the image.
public struct PoolingGeometry: Hashable, Sendable {
  public var images: Int
  public var height: Int
  public var width: Int
  public var channels: Int
  public var windowHeight: Int
  public var windowWidth: Int
  public var stride: Int
  public var paddingTop: Int
  public var paddingLeft: Int
  public var outputHeight: Int
  public var outputWidth: Int

  /// The geometry of a pooling with equal padding on all sides.
  /// - Parameters:
  ///   - images: shape image × row × column × channel.
  ///   - window: rows and columns of a window, each ≥ 1.
  ///   - stride: ≥ 1, of both axes.
  ///   - padding: ≥ 0 and less than the window, rows and columns outside of the image on every side.
  public init(images: Shape, window: (height: Int, width: Int), stride: Int, padding: Int = 0) {
    if images.rank != 4 || window.height < 1 || window.width < 1 || stride < 1 || padding < 0
      || padding >= max(window.height, window.width)
    {
      trap("pooling of images \(images) by \(window.height) × \(window.width), stride \(stride), padding \(padding)")
    }
    self.images = images[0]
    height = images[1]
    width = images[2]
    channels = images[3]
    windowHeight = window.height
    windowWidth = window.width
    self.stride = stride
    paddingTop = padding
    paddingLeft = padding
    outputHeight = (height + 2 * padding - window.height) / stride + 1
    outputWidth = (width + 2 * padding - window.width) / stride + 1
    if height + 2 * padding < window.height || width + 2 * padding < window.width {
      trap("pooling of images \(images): the padded image is smaller than a window of \(window.height) × \(window.width)")
    }
  }

  /// Shape of the images.
  public var imageShape: Shape { [images, height, width, channels] }
  /// Shape of what is made of the windows.
  public var responseShape: Shape { [images, outputHeight, outputWidth, channels] }
}
