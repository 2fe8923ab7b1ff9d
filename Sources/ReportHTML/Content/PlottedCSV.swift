import CZlib
import Graphics
import Tables

/// The numbers of a figure as a CSV file within a link.
///
/// Real numbers have six significant digits: more than a drawing shows, and half the size. The tables of results beside the
/// report have all digits.
enum PlottedCSV {
  /// A link and the name of the file behind it.
  struct Download {
    var uri: String
    var fileName: String
  }

  /// Plain text where it is short, gzip where that saves more than unpacking costs.
  static func download(_ table: Table, named name: String) -> Download {
    let csv = CSV.write(rounded(table))
    if csv.count > longestPlain, let packed = gzip(csv) {
      return Download(uri: "data:application/gzip;base64,\(Base64.encode(packed))", fileName: "\(name).csv.gz")
    }
    return Download(uri: plainURI(csv), fileName: "\(name).csv")
  }

  private static let longestPlain = 12_000

  static func plainURI(_ csv: [UInt8]) -> String { "data:text/csv;charset=utf-8," + PercentEncoding.text(csv) }

  /// A gzip file (RFC 1952) without name and time: zlib's stream between another head and foot.
  static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
    var length = compressBound(UInt(bytes.count))
    var stream = [UInt8](repeating: 0, count: Int(length))
    guard compress2(&stream, &length, bytes, UInt(bytes.count), 9) == Z_OK, length > 6 else { return nil }
    let checksum = crc32(0, bytes, UInt32(bytes.count))
    let foot = [UInt32(truncatingIfNeeded: checksum), UInt32(truncatingIfNeeded: bytes.count)].flatMap { word in
      (0..<4).map { UInt8(word >> (8 * $0) & 255) }
    }
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 2, 255] + stream[2..<Int(length) - 4] + foot
  }


  static func rounded(_ table: Table) -> Table {
    Table(
      table.columns.map { column in
        guard case .real(let values) = column.storage else { return column }
        let isWhole = values.allSatisfy { $0 == $0.rounded() && abs($0) < 1e15 }
        return isWhole ? Column(column.name, values.map { Int($0) }) : Column(column.name, values.map(rounded))
      })
  }

  /// The double nearest to the number with six significant digits.
  static func rounded(_ value: Double) -> Double {
    guard value.isFinite, value != 0 else { return value }
    var unit = 1.0
    var scaled = abs(value)
    while scaled >= 1e6 && unit < 1e22 {
      unit *= 10
      scaled = abs(value) / unit
    }
    if unit > 1 { return (value / unit).rounded() * unit }
    while scaled < 1e5 && unit < 1e22 {
      unit *= 10
      scaled = abs(value) * unit
    }
    return scaled < 1 ? value : (value * unit).rounded() / unit
  }
}
