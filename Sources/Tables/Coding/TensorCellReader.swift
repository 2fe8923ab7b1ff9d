/// Reads the nested lists of a `TensorCell`.
struct TensorCellReader {
  private(set) var values: [Double] = []
  /// The lengths of the first list that ended at each depth.
  private var lengths: [Int?] = []
  /// How many elements the open lists have so far.
  private var open: [Int] = []
  /// The depth at which numbers stand.
  private var leafDepth: Int?
  private var isDone = false

  var shape: [Int] { lengths.map { $0 ?? 0 } }

  mutating func read(_ text: String) throws(TensorCell.Fault) {
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: " "), UInt8(ascii: ","), 0x09, 0x0A, 0x0D: index += 1
      case UInt8(ascii: "["):
        try begin()
        index += 1
      case UInt8(ascii: "]"):
        try end()
        index += 1
      default:
        var stop = index
        while stop < bytes.count, !Self.delimiters.contains(bytes[stop]) { stop += 1 }
        try add(String(decoding: bytes[index..<stop], as: UTF8.self))
        index = stop
      }
    }
    if !isDone { throw .notAList }
  }

  private static let delimiters: Set<UInt8> = [0x20, 0x2C, 0x09, 0x0A, 0x0D, 0x5B, 0x5D]

  private mutating func begin() throws(TensorCell.Fault) {
    if isDone { throw .notAList }
    if let leafDepth, open.count >= leafDepth { throw .ragged(found: "a list", beside: "numbers") }
    open.append(0)
    if lengths.count < open.count { lengths.append(nil) }
  }

  private mutating func end() throws(TensorCell.Fault) {
    guard let length = open.popLast() else { throw .notAList }
    let depth = open.count
    if let other = lengths[depth], other != length { throw .ragged(found: "a list of \(length)", beside: "lists of \(other)") }
    lengths[depth] = length
    if open.isEmpty { isDone = true } else { open[depth - 1] += 1 }
  }

  private mutating func add(_ word: String) throws(TensorCell.Fault) {
    guard !open.isEmpty else { throw .notAList }
    if lengths.count > open.count || leafDepth.map({ $0 != open.count }) ?? false { throw .ragged(found: "a number", beside: "lists") }
    leafDepth = open.count
    if word == "null" {
      values.append(.nan)
    } else if let value = Double(word), value.isFinite {
      values.append(value)
    } else {
      throw .notANumber(word)
    }
    open[open.count - 1] += 1
  }
}
