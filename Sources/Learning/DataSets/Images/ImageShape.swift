import Diagnostics

/// The shape of one image, whose numbers stand row by row, column by column, channels last.
public struct ImageShape: Sendable, Hashable {
  public let height: Int
  public let width: Int
  /// 1 for grey, 3 for red, green and blue.
  public let channels: Int

  public init(height: Int, width: Int, channels: Int) {
    if height < 1 || width < 1 || channels < 1 { trap("ImageShape: \(height) × \(width) × \(channels)") }
    self.height = height
    self.width = width
    self.channels = channels
  }

  /// How many numbers an image has.
  public var size: Int { height * width * channels }
}
