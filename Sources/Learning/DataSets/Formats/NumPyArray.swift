/// An array from a file of NumPy's `.npy` format, versions 1 to 3, in C order and little-endian.
/// - Source: NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays".
public struct NumPyArray: Sendable, Equatable {
  /// The types of elements that are read.
  public enum ElementType: String, Sendable, Hashable, CaseIterable {
    case uint8 = "|u1"
    case int32 = "<i4"
    case int64 = "<i8"
    case float32 = "<f4"
    case float64 = "<f8"

    /// Bytes of an element.
    public var size: Int {
      switch self {
      case .uint8: 1
      case .int32, .float32: 4
      case .int64, .float64: 8
      }
    }

    public var isReal: Bool { self == .float32 || self == .float64 }
  }

  /// What messages call it.
  public let name: String
  public let type: ElementType
  /// Sizes of the dimensions, the last one fastest; empty for a single number.
  public let shape: [Int]
  /// The elements as they are in the file.
  let bytes: ArraySlice<UInt8>

  /// Number of elements.
  public var count: Int { bytes.count / type.size }

  /// Reads a file.
  /// - Throws: `DataError` if it is something else, too short or too long, or of a type or order that is not read.
  public static func read(_ source: FileBytes) throws(DataError) -> NumPyArray {
    let file = try source.expanded(expected: "a NumPy array (.npy)")
    var cursor = ByteCursor(file)
    let header = try NumPyHeader.read(&cursor)
    var length = header.type.size
    for size in header.shape {
      let (product, overflow) = length.multipliedReportingOverflow(by: size)
      length = overflow ? Int.max : product
    }
    let offset = cursor.offset
    let bytes = try cursor.bytes(length)
    guard cursor.remaining == 0 else {
      let shape = DataError.text(header.shape)
      throw .wrongSize(
        file: file.name, expected: "\(offset + length) for \(header.type.rawValue) of shape \(shape)",
        found: file.bytes.count)
    }
    return NumPyArray(name: file.name, type: header.type, shape: header.shape, bytes: bytes)
  }

  /// The elements as they are if they are bytes.
  /// - Throws: `DataError.unsupported` if they are not.
  public func byteElements() throws(DataError) -> ArraySlice<UInt8> {
    guard type == .uint8 else {
      throw .unsupported(file: name, expected: "bytes ('|u1')", found: "elements of type '\(type.rawValue)'")
    }
    return bytes
  }

  /// The elements as whole numbers.
  /// - Throws: `DataError.unsupported` if they are real numbers.
  public func integers() throws(DataError) -> [Int] {
    switch type {
    case .uint8: return bytes.map(Int.init)
    case .int32: return map(Int32.self) { Int(Int32(littleEndian: $0)) }
    case .int64: return map(Int64.self) { Int(Int64(littleEndian: $0)) }
    case .float32, .float64:
      throw .unsupported(file: name, expected: "whole numbers", found: "elements of type '\(type.rawValue)'")
    }
  }

  /// The elements, rounded to single precision where they need more; bytes stay 0 to 255.
  public func floats() -> [Float] {
    switch type {
    case .uint8: bytes.map(Float.init)
    case .int32: map(Int32.self) { Float(Int32(littleEndian: $0)) }
    case .int64: map(Int64.self) { Float(Int64(littleEndian: $0)) }
    case .float32: map(UInt32.self) { Float(bitPattern: UInt32(littleEndian: $0)) }
    case .float64: map(UInt64.self) { Float(Double(bitPattern: UInt64(littleEndian: $0))) }
    }
  }

  /// The elements; whole numbers beyond 2⁵³ are rounded.
  public func doubles() -> [Double] {
    switch type {
    case .uint8: bytes.map(Double.init)
    case .int32: map(Int32.self) { Double(Int32(littleEndian: $0)) }
    case .int64: map(Int64.self) { Double(Int64(littleEndian: $0)) }
    case .float32: map(UInt32.self) { Double(Float(bitPattern: UInt32(littleEndian: $0))) }
    case .float64: map(UInt64.self) { Double(bitPattern: UInt64(littleEndian: $0)) }
    }
  }

  private func map<Raw: FixedWidthInteger & BitwiseCopyable, Value>(_ raw: Raw.Type, _ value: (Raw) -> Value) -> [Value]
  {
    bytes.withUnsafeBytes { memory in
      (0..<count).map { value(memory.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Raw>.size, as: Raw.self)) }
    }
  }
}
