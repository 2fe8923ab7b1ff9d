import Typography

/// Where a link leads.
enum LinkTarget: Hashable {
  case address(String)
  /// An anchor of the report.
  case anchor(String)

  init(_ link: MathLink) {
    switch link {
    case .anchor(let name): self = .anchor(name)
    case .address(let address): self = address.hasPrefix("#") ? .anchor(String(address.dropFirst())) : .address(address)
    }
  }

  /// Where an anchor is first referred to.
  static func firstReference(to anchor: String) -> String { "\(anchor)-reference" }

  /// The attributes of Cairo's link tag.
  var attributes: String {
    switch self {
    case .address(let address): "uri='\(Self.quoted(address))'"
    case .anchor(let name): "dest='\(Self.quoted(name))'"
    }
  }

  /// Quotes and backslashes escaped; an address keeps to ASCII, as PDF demands.
  static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0...0x20, 0x7F...: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
