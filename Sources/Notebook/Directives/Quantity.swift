/// Durations and sizes with their units.
enum Quantity {
  /// Seconds of `60s`, `500ms`, `5min`, `2h`.
  static func seconds(_ text: String) -> Double? {
    parse(text, units: ["ms": 1e-3, "s": 1, "min": 60, "h": 3600])
  }

  /// Bytes of `2GB`, `512MiB`, `100kB`.
  static func bytes(_ text: String) -> Int? {
    let units = ["B": 1.0, "kB": 1e3, "KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "KiB": 0x1p10, "MiB": 0x1p20, "GiB": 0x1p30, "TiB": 0x1p40]
    guard let value = parse(text, units: units), value >= 1, value < 0x1p53 else { return nil }
    return Int(value.rounded())
  }

  private static func parse(_ text: String, units: [String: Double]) -> Double? {
    let digits = text.prefix { ("0"..."9").contains($0) || $0 == "." }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard let value = Double(String(digits)), let factor = units[String(unit)], value > 0 else { return nil }
    return value * factor
  }
}
