/// An array of bytes in the IDX format of MNIST: two zeros, the type, the number of dimensions, the sizes as big-endian
/// 32-bit numbers, the bytes with the last dimension fastest.
/// - Source: Y. LeCun, C. Cortes and C. Burges, "The MNIST database of handwritten digits".
public struct IDXArray: Sendable, Equatable {
  /// What messages call it.
  public let name: String
  public let shape: [Int]
  public let elements: ArraySlice<UInt8>

  /// Reads a file, compressed or not.
  /// - Parameter dimensions: how many the array must have.
  /// - Throws: `DataError` if it is something else, too short or too long.
  public static func read(_ source: FileBytes, dimensions: Int) throws(DataError) -> IDXArray {
    let magic = "00 00 08 0" + String(dimensions)
    let file = try source.expanded(expected: "an IDX file of \(dimensions) dimensions")
    var cursor = ByteCursor(file)
    let start = try cursor.bytes(4)
    guard Array(start) == [0, 0, 8, UInt8(dimensions)] else {
      throw .wrongStart(
        file: file.name, expected: "\(magic) (IDX, unsigned bytes, \(dimensions) dimensions)",
        found: DataError.hexadecimal(start))
    }
    var shape: [Int] = []
    var count = 1
    for _ in 0..<dimensions {
      let size = try cursor.bigEndian(4)
      shape.append(size)
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      count = overflow ? Int.max : product
    }
    let offset = cursor.offset
    let elements = try cursor.bytes(count)
    guard cursor.remaining == 0 else {
      throw .wrongSize(
        file: file.name, expected: "\(offset + count) for the shape \(DataError.text(shape))", found: file.bytes.count)
    }
    return IDXArray(name: file.name, shape: shape, elements: elements)
  }
}
