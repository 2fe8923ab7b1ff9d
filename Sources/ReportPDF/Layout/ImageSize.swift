import Report

/// The size of an image file in points, read from its header: 96 pixels an inch.
struct ImageSize: Hashable {
  var pixelWidth: Int
  var pixelHeight: Int

  var width: Double { Double(pixelWidth) * 0.75 }
  var height: Double { Double(pixelHeight) * 0.75 }

  /// Nil for a format that cannot be drawn, or a damaged header.
  static func of(_ image: ReportImage) -> ImageSize? {
    let size =
      switch image.format {
      case .png: png(image.bytes)
      case .jpeg: jpeg(image.bytes)
      case .svg: ImageSize?.none
      }
    guard let size, size.pixelWidth > 0, size.pixelHeight > 0, size.pixelWidth < 1 << 15, size.pixelHeight < 1 << 15 else { return nil }
    return size
  }

  private static func png(_ bytes: [UInt8]) -> ImageSize? {
    guard bytes.count > 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return nil }
    func number(_ start: Int) -> Int { bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    return ImageSize(pixelWidth: number(16), pixelHeight: number(20))
  }

  /// From the frame header (SOF0…SOF15 without the tables among them).
  private static func jpeg(_ bytes: [UInt8]) -> ImageSize? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var index = 2
    while index + 9 < bytes.count {
      guard bytes[index] == 0xFF else { return nil }
      let kind = bytes[index + 1]
      if kind == 0xFF {
        index += 1
        continue
      }
      if (0xC0...0xCF).contains(kind) && kind != 0xC4 && kind != 0xC8 && kind != 0xCC {
        return ImageSize(
          pixelWidth: Int(bytes[index + 7]) << 8 | Int(bytes[index + 8]),
          pixelHeight: Int(bytes[index + 5]) << 8 | Int(bytes[index + 6]))
      }
      index += 2 + (Int(bytes[index + 2]) << 8 | Int(bytes[index + 3]))
    }
    return nil
  }
}
