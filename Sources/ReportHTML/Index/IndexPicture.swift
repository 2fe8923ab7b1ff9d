import Graphics

/// A picture of a report within the index page itself, so that the page asks for nothing.
package enum IndexPicture {
  /// The largest file that is taken in: charts have 5 to 40 kB, photographs are left in their files.
  static let longest = 100_000

  /// A picture as the address of an `<img>`.
  ///
  /// - Parameter name: the file's name, whose ending says what it is.
  /// - Returns: nil if the file is too large, or neither SVG, PNG nor JPEG.
  package static func address(of bytes: [UInt8], named name: String) -> String? {
    guard bytes.count <= longest else { return nil }
    switch name.split(separator: ".").last {
    // Deflates better as text than in Base64.
    case "svg": return "data:image/svg+xml," + PercentEncoding.text(bytes)
    case "png": return "data:image/png;base64," + Base64.encode(bytes)
    case "jpg", "jpeg": return "data:image/jpeg;base64," + Base64.encode(bytes)
    default: return nil
    }
  }
}
