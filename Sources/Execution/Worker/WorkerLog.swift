/// What a worker wrote to its standard error, the last 64 KB of it.
struct WorkerLog {
  private static let capacity = 1 << 16
  private var bytes: [UInt8] = []

  mutating func append(_ new: some Collection<UInt8>) {
    bytes.append(contentsOf: new)
    if bytes.count > 2 * WorkerLog.capacity { bytes.removeFirst(bytes.count - WorkerLog.capacity) }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The last lines that say something, without what differs from run to run: addresses, timings, paths of folders.
  ///
  /// The message of a trap is kept even if a long backtrace follows it.
  func lastLines(_ limit: Int = 12) -> [String] {
    let lines = text.split(whereSeparator: \.isNewline).compactMap { WorkerLog.readable($0) }
    if let message = lines.lastIndex(where: WorkerLog.isMessage), lines.count - message > limit {
      return Array(lines[message..<message + limit])
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

  private static func isMessage(_ line: String) -> Bool {
    line.hasPrefix("reprise: ") || ["Fatal error: ", "Precondition failed", "Assertion failed"].contains { line.contains($0) }
  }

  /// A line without the ornaments of a backtrace; nil if nothing is left.
  private static func readable(_ line: Substring) -> String? {
    guard let last = line.lastIndex(where: { !$0.isWhitespace }) else { return nil }
    let line = line[...last]
    let ornaments = ["*** ", "Platform: ", "Thread ", "Backtrace took ", "...", "Press space", "Crash report"]
    if ornaments.contains(where: { line.hasPrefix($0) }) || line.hasSuffix(" crashed:") { return nil }
    return isFrame(line) ? frame(line) : String(line)
  }

  /// Whether a line is a frame such as `  3 [ra] [thunk] 0x0000556da02a7f69 f(x:) + 632 in program at /a/b/F.swift:54:40`.
  private static func isFrame(_ line: Substring) -> Bool {
    let words = line.split(separator: " ", maxSplits: 6)
    return words.count > 1 && Int(words[0]) != nil && words.contains { $0.hasPrefix("0x") && $0.count == 18 }
  }

  /// "  at f(x:), F.swift:54:40"; nil for frames that tell an experiment's author nothing.
  private static func frame(_ line: Substring) -> String? {
    guard let address = line.firstRange(of: " 0x"), !line.contains("[thunk]"), !line.contains("<compiler-generated>")
    else { return nil }
    var rest = line[address.upperBound...].drop { $0 != " " }.dropFirst()
    var place = ""
    if let at = rest.firstRange(of: " at /") {
      place = ", " + (rest[at.upperBound...].split(separator: "/").last ?? "")
      rest = rest[..<at.lowerBound]
    }
    if let module = rest.firstRange(of: " in ") { rest = rest[..<module.lowerBound] }
    if let offset = rest.firstRange(of: " + ") { rest = rest[..<offset.lowerBound] }
    let inner = [
      "static Worker.", "closure #1 in static Worker.", "_assertionFailure(", "__pthread_kill", "main", "__libc_start", "_start",
    ]
    return inner.contains { rest.hasPrefix($0) } || rest.hasSuffix("_main") ? nil : "  at \(rest)\(place)"
  }
}
