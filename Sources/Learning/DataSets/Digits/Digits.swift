import Diagnostics

/// The 1797 handwritten digits of 8 × 8 pixels that the program brings along.
///
/// Pixels are the integers 0 … 16 of the file divided by 16. Rows 0 … 1296 are for training and rows 1297 … 1796 for
/// testing; the test rows come from other writers. Rows of one writer stand together, so a split of other rows should be
/// interleaved.
/// - Source: E. Alpaydin and C. Kaynak, "Optical Recognition of Handwritten Digits" (test file), UCI Machine Learning
///   Repository, 1998, doi 10.24432/C50P49, CC BY 4.0.
public enum Digits {
  public static let trainCount = 1297
  public static let testCount = 500
  public static let shape = ImageShape(height: 8, width: 8, channels: 1)

  /// All rows, in the order of the file.
  public static let all = decoded()
  /// Rows 0 … 1296.
  public static let train = all[0..<trainCount].named("digits (train)")
  /// Rows 1297 … 1796.
  public static let test = all[trainCount..<(trainCount + testCount)].named("digits (test)")

  /// The decoded rows; traps when they are not the published ones, as nothing computed from them would mean anything.
  private static func decoded() -> ImageDataset {
    let rowLength = shape.size + 1
    var integers: [UInt8] = []
    var labels: [Int] = []
    DigitsRows.text.withUTF8Buffer { text in
      for row in text.split(separator: UInt8(ascii: "\n")) {
        if row.count != rowLength { trap("digits: row \(labels.count) has \(row.count) letters, not \(rowLength)") }
        integers += row.dropLast().map { $0 &- UInt8(ascii: "a") }
        labels.append(Int(row.last ?? 0) - Int(UInt8(ascii: "0")))
      }
    }
    let sums = (sum(integers, 0..<trainCount), sum(integers, trainCount..<labels.count))
    if labels.count != trainCount + testCount || sums != (406_262, 155_456) {
      trap("digits: \(labels.count) rows with pixel sums \(sums), not 1797 with (406262, 155456)")
    }
    return ImageDataset(
      name: "digits", shape: shape, classCount: 10, pixels: integers.map { Float($0) / 16 }, labels: labels)
  }

  private static func sum(_ integers: [UInt8], _ rows: Range<Int>) -> Int {
    integers.dropFirst(rows.lowerBound * shape.size).prefix(rows.count * shape.size).reduce(0) { $0 + Int($1) }
  }
}
