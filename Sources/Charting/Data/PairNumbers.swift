/// Numbers pairs of codes as they first appear: by a table where the pairs that could be are not many more than the
/// rows, else by hashing.
struct PairNumbers {
  private let secondCount: Int
  /// Empty where pairs are hashed.
  private var table: [Int]
  private var hashed: [Int: Int] = [:]
  private(set) var count = 0

  /// - Parameters:
  ///   - firstCount: first codes are in 0..<firstCount.
  ///   - secondCount: second codes are in 0..<secondCount.
  init(_ firstCount: Int, _ secondCount: Int, rows: Int) {
    self.secondCount = secondCount
    let (product, overflow) = firstCount.multipliedReportingOverflow(by: secondCount)
    let isDense = !overflow && product <= 8 * rows + 64
    table = isDense ? [Int](repeating: -1, count: product) : []
  }

  mutating func number(_ first: Int, _ second: Int) -> Int {
    let pair = first * secondCount + second
    let known = table.isEmpty ? hashed[pair] ?? -1 : table[pair]
    guard known < 0 else { return known }
    if table.isEmpty { hashed[pair] = count } else { table[pair] = count }
    count += 1
    return count - 1
  }
}
