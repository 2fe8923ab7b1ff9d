/// A scalar as written, and what it means by the core schema of YAML 1.2 (`y` and `no` are strings, `1e-4` is a number).
package struct YAMLScalar: Sendable, Hashable {
  package var text: String
  /// Written without quotes and not as a block: only such a scalar can be anything but a string.
  package var isPlain: Bool

  package init(_ text: String, isPlain: Bool) {
    self.text = text
    self.isPlain = isPlain
  }

  package var isNull: Bool { isPlain && ["", "~", "null", "Null", "NULL"].contains(text) }

  package var bool: Bool? {
    guard isPlain else { return nil }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }

  package var integer: Int? {
    guard isPlain else { return nil }
    if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16) }
    if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8) }
    return Int(text)
  }

  package var number: Double? {
    guard isPlain else { return nil }
    if let integer { return Double(integer) }
    switch text {
    case ".inf", ".Inf", ".INF", "+.inf": return .infinity
    case "-.inf", "-.Inf", "-.INF": return -.infinity
    case ".nan", ".NaN", ".NAN": return .nan
    default: break
    }
    guard let first = text.utf8.first, (first >= 0x30 && first <= 0x39) || first == 0x2B || first == 0x2D || first == 0x2E else { return nil }
    let allowed = text.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }
    return allowed ? Double(text) : nil
  }

  package var string: String? { isNull || bool != nil || number != nil ? nil : text }
}
