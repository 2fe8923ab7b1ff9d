import Diagnostics

/// Makes a file's bytes fit to be read: UTF-8 without NUL bytes.
enum TextRepair {
  /// The file itself, or one in which each faulty byte is U+FFFD.
  static func repair(_ file: SourceFile) -> (SourceFile, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var bytes = file.bytes
    if String(validating: bytes, as: UTF8.self) == nil {
      let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
      if let diagnostic = firstFault(file, repaired) { diagnostics.append(diagnostic) }
      bytes = repaired
    }
    if let nul = bytes.firstIndex(of: 0) {
      diagnostics.append(NotebookDiagnostics.nulByte(at: place(nul, bytes, file.path)))
      bytes = bytes.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
    }
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\r") {
      if offset + 1 == bytes.count || bytes[offset + 1] != UInt8(ascii: "\n") {
        diagnostics.append(NotebookDiagnostics.carriageReturns(at: place(offset, bytes, file.path)))
        break
      }
    }
    return (bytes == file.bytes ? file : SourceFile(path: file.path, bytes: bytes), diagnostics)
  }

  private static func firstFault(_ file: SourceFile, _ repaired: [UInt8]) -> Diagnostic? {
    let limit = min(file.bytes.count, repaired.count)
    guard let first = (0..<limit).first(where: { file.bytes[$0] != repaired[$0] }) else { return nil }
    let inserted = count(of: [0xEF, 0xBF, 0xBD], in: repaired) - count(of: [0xEF, 0xBF, 0xBD], in: file.bytes)
    return NotebookDiagnostics.invalidUTF8(file.bytes[first], count: inserted, at: file.range(from: first, to: first + 1))
  }

  private static func place(_ offset: Int, _ bytes: [UInt8], _ path: String) -> SourceRange {
    SourceFile(path: path, bytes: bytes).range(from: offset, to: offset + 1)
  }

  private static func count(of mark: [UInt8], in bytes: [UInt8]) -> Int {
    var count = 0
    for offset in bytes.indices.dropLast(2) where bytes[offset] == mark[0] && bytes[offset + 1] == mark[1] && bytes[offset + 2] == mark[2] {
      count += 1
    }
    return count
  }
}
