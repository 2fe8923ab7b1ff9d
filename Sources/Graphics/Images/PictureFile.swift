/// A picture that lies beside a notebook, ready to be embedded in a report: its file and its natural size.
package struct PictureFile: Sendable, Equatable {
  package enum Format: String, Sendable, Hashable, CaseIterable {
    case png, jpeg, svg

    /// The media type of the file.
    package var mediaType: String { self == .svg ? "image/svg+xml" : "image/" + rawValue }
  }

  package let format: Format
  package let bytes: [UInt8]
  /// In pixels; of an SVG file in CSS pixels, as its root element says.
  package let width: Double
  package let height: Double
  /// Pixels per point along both sides, as the file says or 96 pixels an inch.
  package let pixelsPerPoint: Double

  /// Reads the kind and the size from the first bytes of a file; nil when it is not a PNG, JPEG or SVG file.
  package init?(bytes: [UInt8]) {
    self.bytes = bytes
    if let header = PNGHeader(bytes) {
      format = .png
      (width, height) = (Double(header.width), Double(header.height))
      pixelsPerPoint = header.pixelsPerMetre.map { $0 * 0.0254 / 72 } ?? 96 / 72
    } else if let header = JPEGHeader(bytes) {
      format = .jpeg
      (width, height) = (Double(header.width), Double(header.height))
      pixelsPerPoint = header.pixelsPerInch.map { $0 / 72 } ?? 96 / 72
    } else if let header = SVGHeader(bytes) {
      format = .svg
      (width, height) = (header.width, header.height)
      pixelsPerPoint = 96 / 72
    } else {
      return nil
    }
  }

  /// The natural size on the page, in points.
  package var sizeInPoints: (width: Double, height: Double) { (width / pixelsPerPoint, height / pixelsPerPoint) }

  /// The file as a URI, for `<img src>`.
  package var dataURI: String { "data:\(format.mediaType);base64,\(Base64.encode(bytes))" }
}
