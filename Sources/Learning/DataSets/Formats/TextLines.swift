/// The lines of a text file in UTF-8, without their ends.
struct TextLines {
  /// Line n of the file is `lines[n − 1]`; empty lines at the end of the file are left out.
  let lines: [Substring]

  /// - Throws: `DataError` if the file is empty or a line is not UTF-8.
  init(_ source: FileBytes, expected: String) throws(DataError) {
    let bytes = try source.expanded(expected: expected).bytes
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var lines: [Substring] = []
    for line in bytes[(bytes.starts(with: mark) ? 3 : 0)...].split(separator: 0x0A, omittingEmptySubsequences: false) {
      guard let text = String(validating: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self) else {
        throw .wrongValue(
          file: source.name, place: "line \(lines.count + 1)", expected: "text in UTF-8", found: "other bytes")
      }
      lines.append(text[...])
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    if lines.isEmpty { throw .empty(file: source.name, expected: expected) }
    self.lines = lines
  }
}
