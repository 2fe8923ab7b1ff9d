/// Bytes as numbers in [0, 1].
enum PixelValues {
  /// n / 255 for n = 0 … 255.
  static let table: [Float] = (0...255).map { Float($0) / 255 }

  /// Bytes as numbers, in the same order.
  static func floats(_ bytes: ArraySlice<UInt8>) -> [Float] { bytes.map { Float($0) / 255 } }
}
