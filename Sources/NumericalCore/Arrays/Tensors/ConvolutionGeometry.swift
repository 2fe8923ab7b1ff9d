import Diagnostics

/// The shapes of a two-dimensional convolution of channels-last images.
///
/// Images are image × row × column × channel, filters row × column × input channel of a group × output channel, responses
/// image × row × column × output channel. Response (r, c) covers image rows r·stride − paddingTop and following.
public struct ConvolutionGeometry: Hashable, Sendable {
  public var images: Int
  public var height: Int
  public var width: Int
  public var channels: Int
  public var filterHeight: Int
  public var filterWidth: Int
  /// Number of output channels.
  public var filters: Int
  public var stride: Int
  /// Rows of zeros above, columns of zeros to the left; as many as needed below and to the right.
  public var paddingTop: Int
  public var paddingLeft: Int
  public var outputHeight: Int
  public var outputWidth: Int
  /// Input and output channels are split into so many independent parts.
  public var groups: Int

  /// The geometry of a convolution with equal padding on all sides.
  /// - Parameters:
  ///   - images: shape image × row × column × channel.
  ///   - filters: shape row × column × (channel / groups) × filter.
  ///   - stride: ≥ 1, of both axes.
  ///   - padding: ≥ 0, rows and columns of zeros on every side.
  public init(images: Shape, filters shape: Shape, stride: Int = 1, padding: Int = 0, groups: Int = 1) {
    if images.rank != 4 || shape.rank != 4 || stride < 1 || padding < 0 || groups < 1 || shape[2] * groups != images[3]
      || shape[3] % groups != 0
    {
      trap("convolution of images \(images) with filters \(shape), stride \(stride), padding \(padding), groups \(groups)")
    }
    self.images = images[0]
    height = images[1]
    width = images[2]
    channels = images[3]
    filterHeight = shape[0]
    filterWidth = shape[1]
    filters = shape[3]
    self.stride = stride
    paddingTop = padding
    paddingLeft = padding
    self.groups = groups
    outputHeight = (height + 2 * padding - shape[0]) / stride + 1
    outputWidth = (width + 2 * padding - shape[1]) / stride + 1
    if outputHeight < 1 || outputWidth < 1 {
      trap("convolution of images \(images) with filters \(shape): the padded image is smaller than the filter")
    }
  }

  /// The geometry of a convolution with padding of its own above and to the left, and as much as needed elsewhere.
  public init(
    images: Shape, filters: Shape, stride: Int, padding: (top: Int, left: Int), output: (height: Int, width: Int),
    groups: Int = 1
  ) {
    let widest = max(filters.rank == 4 ? max(filters[0], filters[1]) : 0, padding.top, padding.left)
    self.init(images: images, filters: filters, stride: stride, padding: widest, groups: groups)
    if padding.top < 0 || padding.left < 0 || output.height < 1 || output.width < 1 {
      trap("convolution of images \(images) with filters \(filters), stride \(stride): padding \(padding), output \(output)")
    }
    (paddingTop, paddingLeft) = padding
    (outputHeight, outputWidth) = output
  }

  /// Shape of the images.
  public var imageShape: Shape { [images, height, width, channels] }
  /// Shape of the filters.
  public var filterShape: Shape { [filterHeight, filterWidth, channels / groups, filters] }
  /// Shape of the responses.
  public var responseShape: Shape { [images, outputHeight, outputWidth, filters] }
}
