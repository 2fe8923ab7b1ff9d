/// What a worker wrote to its standard error, the last 64 KB of it.
struct WorkerLog {
  private static let capacity = 1 << 16
  private var bytes: [UInt8] = []

  mutating func append(_ new: some Collection<UInt8>) {
    bytes.append(contentsOf: new)
    if bytes.count > 2 * WorkerLog.capacity { bytes.removeFirst(bytes.count - WorkerLog.capacity) }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The last lines that say something; the message of a trap is kept even if a long backtrace follows it.
  func lastLines(_ limit: Int = 12) -> [String] {
    let lines = text.split(separator: "\n").map { String($0.reversed().drop { $0 == " " || $0 == "\r" }.reversed()) }
      .filter { !$0.isEmpty && !WorkerLog.isNoise($0) }
    let start = lines.lastIndex { $0.contains("Fatal error: ") || $0.hasPrefix("reprise: ") } ?? 0
    if lines.count - start > limit, start > 0 || WorkerLog.isMessage(lines[start]) {
      return Array(lines[start..<start + limit])
    }
    return Array(lines.suffix(limit))
  }

  /// Whether the text says that memory could not be had.
  var tellsOfMissingMemory: Bool {
    let signs = [
      "failed to allocate", "std::bad_alloc", "Cannot allocate memory", "Memory allocation still failed",
      "malloc failed", "out of memory",
    ]
    let text = text
    return signs.contains { text.contains($0) }
  }

  private static func isMessage(_ line: String) -> Bool { line.contains("Fatal error: ") || line.hasPrefix("reprise: ") }

  private static func isNoise(_ line: String) -> Bool {
    line.hasPrefix("*** ") && line.contains("backtrac") || line.allSatisfy { $0 == "-" || $0 == "~" || $0 == "^" || $0 == " " }
  }
}
