import NumericalCore
import Tables

extension SafeTensors {
  private static let sizes = [
    "BOOL": 1, "U8": 1, "I8": 1, "F8_E4M3": 1, "F8_E5M2": 1, "I16": 2, "U16": 2, "F16": 2, "BF16": 2, "I32": 4, "U32": 4,
    "F32": 4, "I64": 8, "U64": 8, "F64": 8,
  ]

  /// Reads a file.
  /// - Parameter name: what messages call it.
  /// - Throws: `CheckpointError.malformed` if the bytes are not laid out as the format has it.
  public init(_ bytes: [UInt8], name: String) throws(CheckpointError) {
    func malformed(_ expected: String, _ found: String) -> CheckpointError {
      .malformed(file: name, expected: expected, found: found)
    }
    guard bytes.count >= 8 else { throw malformed("8 bytes with the header's length", "\(bytes.count) bytes") }
    let length = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= UInt64(bytes.count - 8) else {
      throw malformed("a header of \(length) bytes", "\(bytes.count - 8) bytes after its length")
    }
    let start = 8 + Int(length)
    let header: JSONValue
    do {
      header = try JSONValue(parsing: Array(bytes[8..<start]))
    } catch {
      throw malformed("a JSON header", "'\(error.message)' at byte \(8 + error.offset)")
    }
    guard case .object(let members) = header else { throw malformed("a JSON object as header", "another value") }
    self.init()
    for member in members {
      if member.key == "__metadata__" {
        guard case .object(let texts) = member.value else { throw malformed("texts in '__metadata__'", "no object") }
        for text in texts {
          guard case .string(let value) = text.value else { throw malformed("a text for '\(text.key)'", "another value") }
          metadata.append((text.key, value))
        }
      } else {
        entries.append(try SafeTensors.entry(member, bytes[start...], malformed))
      }
    }
  }

  private static func entry(
    _ member: JSONValue.Member, _ data: ArraySlice<UInt8>, _ malformed: (String, String) -> CheckpointError
  ) throws(CheckpointError) -> Entry {
    let place = "tensor '\(member.key)'"
    guard case .string(let type)? = member.value["dtype"], let size = sizes[type] else {
      throw malformed("a type of numbers for \(place)", member.value["dtype"]?.text() ?? "none")
    }
    guard let extents = integers(member.value["shape"]), extents.count <= Shape.maximumRank else {
      throw malformed("at most \(Shape.maximumRank) extents for \(place)", member.value["shape"]?.text() ?? "none")
    }
    guard let offsets = integers(member.value["data_offsets"]), offsets.count == 2, offsets[0] <= offsets[1] else {
      throw malformed("two offsets for \(place)", member.value["data_offsets"]?.text() ?? "none")
    }
    guard offsets[1] <= data.count else {
      throw malformed("\(place) up to byte \(offsets[1]) of the data", "\(data.count) bytes of data")
    }
    var expected = size
    for extent in extents {
      let (product, overflow) = expected.multipliedReportingOverflow(by: extent)
      expected = overflow ? -1 : product
    }
    guard offsets[1] - offsets[0] == expected else {
      throw malformed("\(expected) bytes for \(place) of \(Shape(extents))", "\(offsets[1] - offsets[0])")
    }
    let first = data.startIndex + offsets[0]
    return Entry(name: member.key, type: type, shape: Shape(extents), bytes: Array(data[first..<(first + expected)]))
  }

  private static func integers(_ value: JSONValue?) -> [Int]? {
    guard case .array(let elements)? = value else { return nil }
    let numbers = elements.compactMap { if case .integer(let number) = $0, number >= 0 { number } else { nil } }
    return numbers.count == elements.count ? numbers : nil
  }
}
