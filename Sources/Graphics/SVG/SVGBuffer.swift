/// The bytes of an SVG file while it is written: short numbers, escaped text.
struct SVGBuffer {
  private(set) var bytes: [UInt8] = []
  /// Whether the number written last has a decimal point.
  private var lastHadPoint = false

  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(string: String) { bytes.append(contentsOf: string.utf8) }

  mutating func append(_ other: SVGBuffer) { bytes.append(contentsOf: other.bytes) }

  /// Text for element content or a quoted attribute; characters that XML forbids are left out.
  mutating func append(escaped text: String) {
    // What needs no care, which is nearly everything, is taken over whole.
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x26 && $0 != 0x3C && $0 != 0x3E && $0 != 0xEF }
    if isPlain { return bytes.append(contentsOf: text.utf8) }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"": append("&quot;")
      case "\t", "\n", "\r": bytes.append(UInt8(ascii: " "))
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  /// An attribute with a leading space; the value is escaped.
  mutating func append(attribute name: StaticString, _ value: String) {
    append(" ")
    append(name)
    append("=\"")
    append(escaped: value)
    append("\"")
  }

  /// An attribute with a leading space and a value in points.
  mutating func append(attribute name: StaticString, _ value: Double) {
    append(" ")
    append(name)
    append("=\"")
    append(number: value)
    append("\"")
  }

  /// A number with at most two decimals: `12`, `.5`, `-.25`.
  mutating func append(number value: Double) { append(hundredths: SVGBuffer.hundredths(value)) }

  /// A number of a path, separated from the one before only where it must be: `5.25.5` is 5.25 and 0.5.
  mutating func append(coordinate value: Int, isFirst: Bool, decimals: Int = 2) {
    let isPoint = value > 0 && value < (decimals == 2 ? 100 : 1000)
    if !isFirst, value >= 0, !(isPoint && lastHadPoint) { bytes.append(UInt8(ascii: " ")) }
    append(value, decimals: decimals)
  }

  mutating func append(hundredths value: Int) { append(value, decimals: 2) }

  /// `value` divided by 10 to the power of `decimals`, without needless digits.
  mutating func append(_ value: Int, decimals: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let unit = decimals == 2 ? 100 : 1000
    var (whole, fraction) = value.magnitude.quotientAndRemainder(dividingBy: UInt(unit))
    if whole > 0 || fraction == 0 { append(digits: &whole) }
    lastHadPoint = fraction > 0
    guard fraction > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var place = UInt(unit / 10)
    while fraction > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(fraction / place))
      fraction %= place
      place /= 10
    }
  }

  private mutating func append(digits value: inout UInt) {
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
      value /= 10
    } while value > 0
    bytes[start...].reverse()
  }

  /// Rounded to hundredths of a point; unsound values are 0, absurd ones are clamped.
  static func hundredths(_ value: Double) -> Int { rounded(value, unit: 100) }

  static func rounded(_ value: Double, unit: Double) -> Int {
    value.isFinite ? Int((min(max(value, -Shape.farthest), Shape.farthest) * unit).rounded()) : 0
  }
}
