import NumericalCore
import Tables

/// The content of a safetensors file: named tensors, as bytes.
///
/// Eight bytes hold the length of a header, little-endian; the header is JSON: for every name a type, a shape and where the
/// numbers stand after the header, little-endian and row-major.
/// - Source: https://github.com/huggingface/safetensors, "Format".
public struct SafeTensors: Sendable, Equatable {
  /// One tensor.
  public struct Entry: Sendable, Equatable {
    public var name: String
    /// "F32", "F64" or another type of the format.
    public var type: String
    public var shape: Shape
    public var bytes: [UInt8]
  }

  public var entries: [Entry]
  /// Texts about the file.
  public var metadata: [(key: String, value: String)]

  public init(entries: [Entry] = [], metadata: [(key: String, value: String)] = []) {
    self.entries = entries
    self.metadata = metadata
  }

  public static func == (a: SafeTensors, b: SafeTensors) -> Bool {
    a.entries == b.entries && a.metadata.elementsEqual(b.metadata, by: ==)
  }

  /// Adds a tensor.
  public mutating func append<Scalar: TensorScalar>(_ name: String, _ tensor: Tensor<Scalar>) {
    let bytes = tensor.withElements { elements in
      // All machines that this is built for are little-endian, like the format.
      Array(UnsafeRawBufferPointer(elements))
    }
    entries.append(Entry(name: name, type: SafeTensors.type(of: Scalar.self), shape: tensor.shape, bytes: bytes))
  }

  /// What the format calls the type of the numbers.
  static func type<Scalar: TensorScalar>(of scalar: Scalar.Type) -> String { scalar == Float.self ? "F32" : "F64" }

  /// The bytes of the file; the header is filled up with spaces to a multiple of eight bytes.
  public var encoded: [UInt8] {
    var members: [JSONValue.Member] = []
    if !metadata.isEmpty {
      members.append(.init("__metadata__", .object(metadata.map { JSONValue.Member($0.key, .string($0.value)) })))
    }
    var start = 0
    for entry in entries {
      let offsets: [JSONValue] = [.integer(start), .integer(start + entry.bytes.count)]
      members.append(
        .init(
          entry.name,
          .object([
            "dtype": .string(entry.type), "shape": .array(entry.shape.array.map(JSONValue.integer)),
            "data_offsets": .array(offsets),
          ])))
      start += entry.bytes.count
    }
    var header = JSONValue.object(members).encoded()
    while header.count % 8 != 0 { header.append(UInt8(ascii: " ")) }
    let length = (0..<8).map { UInt8(truncatingIfNeeded: header.count >> (8 * $0)) }
    return entries.reduce(into: length + header) { $0 += $1.bytes }
  }
}
