/// Codes numbers from 0 as they first appear: whole numbers of a narrow range by a table, others by hashing where a
/// number differs from the one before.
struct DistinctNumbers {
  private(set) var numbers: [Double] = []
  private let least: Double
  /// The codes of `least`, `least + 1`, …; empty where numbers are hashed.
  private var table: [Int32] = []
  private var hashed: [Double: Int32] = [:]
  private var last = (number: Double.nan, code: Int32(-1))

  /// - Parameter values: all that will be asked for.
  init(_ values: [Double]) {
    var (least, greatest, areWhole) = (Double.infinity, -Double.infinity, true)
    for value in values where !value.isNaN {
      least = min(least, value)
      greatest = max(greatest, value)
      areWhole = areWhole && value == value.rounded()
    }
    self.least = least
    if areWhole, least <= greatest, greatest - least < Double(8 * values.count) { table = [Int32](repeating: -1, count: Int(greatest - least) + 1) }
  }

  /// −1 for not a number.
  mutating func code(_ number: Double) -> Int32 {
    if number == last.number { return last.code }
    if number.isNaN { return -1 }
    let known = table.isEmpty ? hashed[number] ?? -1 : table[Int(number - least)]
    last = (number, known < 0 ? Int32(numbers.count) : known)
    if known < 0 {
      if table.isEmpty { hashed[number] = last.code } else { table[Int(number - least)] = last.code }
      numbers.append(number)
    }
    return last.code
  }
}
