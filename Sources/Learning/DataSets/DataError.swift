import Diagnostics

/// What is wrong with a data set or a file of data, in terms of what was expected and what was found.
public enum DataError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file is not there, or may not be read.
  case unreadable(file: String, reason: String)
  /// The file has no bytes.
  case empty(file: String, expected: String)
  /// The number of bytes does not fit the format.
  case wrongSize(file: String, expected: String, found: Int)
  /// The file does not begin as its format does.
  case wrongStart(file: String, expected: String, found: String)
  /// The file ends within something: `expected` bytes were needed from `offset` on, `found` are left.
  case truncated(file: String, offset: Int, expected: Int, found: Int)
  /// An array has another shape than is needed.
  case wrongShape(file: String, expected: String, found: [Int])
  /// The file is what it says, but a variant of its format that is not read.
  case unsupported(file: String, expected: String, found: String)
  /// One value, line or record is not allowed; `place` says which.
  case wrongValue(file: String, place: String, expected: String, found: String)
  /// Two files that belong together have different numbers of examples.
  case unequalCounts(file: String, count: Int, other: String, otherCount: Int)
  /// A table has no column of this name.
  case unknownColumn(file: String, name: String, known: [String])
  /// Compressed data do not decompress.
  case corruptGzip(file: String, reason: String)
  /// A data set has fewer examples than are asked for.
  case tooFew(name: String, wanted: Int, found: Int)

  public var description: String {
    switch self {
    case .unreadable(let file, let reason): "cannot read '\(file)': \(reason)"
    case .empty(let file, let expected): "'\(file)' is empty; expected \(expected)"
    case .wrongSize(let file, let expected, let found): "'\(file)' has \(found) bytes; expected \(expected)"
    case .wrongStart(let file, let expected, let found): "'\(file)' begins with \(found); expected \(expected)"
    case .truncated(let file, let offset, let expected, let found):
      "'\(file)' ends early: expected \(expected) more bytes after byte \(offset), found \(found)"
    case .wrongShape(let file, let expected, let found):
      "the array in '\(file)' has the shape \(DataError.text(found)); expected \(expected)"
    case .unsupported(let file, let expected, let found): "'\(file)' holds \(found); expected \(expected)"
    case .wrongValue(let file, let place, let expected, let found):
      "'\(file)', \(place): found \(found); expected \(expected)"
    case .unequalCounts(let file, let count, let other, let otherCount):
      "'\(file)' has \(count) examples, but '\(other)' has \(otherCount)"
    case .unknownColumn(let file, let name, let known): "'\(file)': " + DataError.unknownColumn(name, known)
    case .corruptGzip(let file, let reason): "'\(file)' does not decompress: \(reason)"
    case .tooFew(let name, let wanted, let found): "\(name) has \(found) examples; \(wanted) are asked for"
    }
  }

  /// "(50000, 32, 32, 3)".
  static func text(_ shape: [Int]) -> String { "(" + shape.map(String.init).joined(separator: ", ") + ")" }

  /// "00 00 08 03".
  static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(separator: " ")
  }

  private static func unknownColumn(_ name: String, _ known: [String]) -> String {
    let diagnostic = Diagnostic.unknownName("", "column", name, known: known)
    return diagnostic.message + diagnostic.notes.map { "; \($0.message)" }.joined()
  }
}
