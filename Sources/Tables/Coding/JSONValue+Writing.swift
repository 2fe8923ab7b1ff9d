import Diagnostics

extension JSONValue {
  /// The value as JSON text in UTF-8.
  ///
  /// Numbers are written with the fewest digits that read back as the same number; NaN and infinities, which JSON lacks,
  /// as `null`. The same value always gives the same bytes.
  /// - Parameter indented: one member or element a line, two spaces a level; collections of plain values stay on one line.
  public func encoded(indented: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes, indented ? 0 : nil)
    if indented { bytes.append(UInt8(ascii: "\n")) }
    return bytes
  }

  /// The value as JSON text.
  public func text(indented: Bool = false) -> String { String(decoding: encoded(indented: indented), as: UTF8.self) }

  private func write(to bytes: inout [UInt8], _ level: Int?) {
    switch self {
    case .null: bytes += Array("null".utf8)
    case .boolean(let flag): bytes += Array((flag ? "true" : "false").utf8)
    case .integer(let number): bytes += Array(String(number).utf8)
    case .number(let number): bytes += Array(JSONValue.text(of: number).utf8)
    case .string(let text): JSONText.append(text, to: &bytes)
    case .array(let elements):
      writeCollection("[", "]", elements.count, isFlat: elements.allSatisfy(\.isPlain), to: &bytes, level) { index, bytes, level in
        elements[index].write(to: &bytes, level)
      }
    case .object(let members):
      writeCollection("{", "}", members.count, isFlat: false, to: &bytes, level) { index, bytes, level in
        JSONText.append(members[index].key, to: &bytes)
        bytes += Array((level == nil ? ":" : ": ").utf8)
        members[index].value.write(to: &bytes, level)
      }
    }
  }

  private func writeCollection(
    _ open: String, _ close: String, _ count: Int, isFlat: Bool, to bytes: inout [UInt8], _ level: Int?,
    _ write: (Int, inout [UInt8], Int?) -> Void
  ) {
    bytes += Array(open.utf8)
    let inner = isFlat ? level : level.map { $0 + 1 }
    for index in 0..<count {
      if index > 0 { bytes += Array((isFlat && level != nil ? ", " : ",").utf8) }
      if let inner, !isFlat { newLine(&bytes, inner) }
      write(index, &bytes, inner)
    }
    if let level, !isFlat, count > 0 { newLine(&bytes, level) }
    bytes += Array(close.utf8)
  }

  private func newLine(_ bytes: inout [UInt8], _ level: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes += [UInt8](repeating: UInt8(ascii: " "), count: 2 * level)
  }

  private var isPlain: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  /// Shortest decimal form that reads back as the same number: `0.1`, `1e-07`, `3` for whole numbers below 2⁵³.
  static func text(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    if number == number.rounded(), abs(number) < 0x1p53 { return number == 0 && number.sign == .minus ? "-0.0" : String(Int(number)) }
    return "\(number)"
  }
}
