/// The cross-reference table of a PDF file that was written in one go.
struct PDFObjectTable {
  private let file: [UInt8]
  /// Where each object starts; 0 for those not in use.
  let offsets: [Int]
  /// Where the table starts.
  let start: Int
  /// Numbers of the catalogue and of the information dictionary.
  let root: Int
  let info: Int?

  /// Nil for a file whose table is not a single plain one.
  init?(_ file: [UInt8]) {
    self.file = file
    var scanner = Scanner(file: file, position: max(0, file.count - 64))
    guard scanner.skip(past: "startxref"), let start = scanner.number() else { return nil }
    scanner.position = start
    guard scanner.skip(past: "xref"), scanner.number() == 0, let count = scanner.number(), count > 0 else { return nil }
    scanner.skipLineEnd()
    let first = scanner.position
    guard first + 20 * count <= file.count else { return nil }
    offsets = (0..<count).map { entry in
      let line = file[(first + 20 * entry)..<(first + 20 * entry + 20)]
      guard line[line.startIndex + 17] == UInt8(ascii: "n") else { return 0 }
      return line.prefix(10).reduce(0) { $0 * 10 + Int($1) - 48 }
    }
    self.start = start
    scanner.position = first + 20 * count
    var roots = scanner
    guard roots.skip(past: "/Root"), let root = roots.number(), offsets.indices.contains(root) else { return nil }
    self.root = root
    info = scanner.skip(past: "/Info") ? scanner.number() : nil
  }

  /// The bytes between `obj` and `endobj` of an object without a stream.
  func body(of number: Int) -> [UInt8]? {
    guard offsets.indices.contains(number), offsets[number] > 0 else { return nil }
    var scanner = Scanner(file: file, position: offsets[number])
    guard scanner.skip(past: " obj\n") else { return nil }
    let first = scanner.position
    guard scanner.skip(past: "endobj") else { return nil }
    return Array(file[first..<(scanner.position - 6)])
  }

  /// The tag of an element of the structure, if it is a figure or a formula.
  func taggedElement(_ number: Int) -> String? {
    guard offsets[number] > 0, matches("/Type /StructElem\n   /S /F", within: 24, of: offsets[number]) else { return nil }
    if matches("/S /Figure\n", within: 60, of: offsets[number]) { return "Figure" }
    return matches("/S /Formula\n", within: 60, of: offsets[number]) ? "Formula" : nil
  }

  private func matches(_ text: String, within distance: Int, of offset: Int) -> Bool {
    let wanted = Array(text.utf8)
    let last = min(offset + distance, file.count - wanted.count)
    guard offset <= last else { return false }
    return (offset...last).contains { start in
      file[start] == wanted[0] && file[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }

  private struct Scanner {
    let file: [UInt8]
    var position: Int

    mutating func skip(past text: String) -> Bool {
      let wanted = Array(text.utf8)
      while position + wanted.count <= file.count {
        if file[position] == wanted[0] && file[position..<(position + wanted.count)].elementsEqual(wanted) {
          position += wanted.count
          return true
        }
        position += 1
      }
      return false
    }

    mutating func number() -> Int? {
      while position < file.count, file[position] <= 0x20 { position += 1 }
      var value: Int?
      while position < file.count, let digit = Int(exactly: file[position]), digit >= 48, digit <= 57, value ?? 0 < 1 << 40 {
        value = (value ?? 0) * 10 + digit - 48
        position += 1
      }
      return value
    }

    mutating func skipLineEnd() {
      while position < file.count, file[position] == 0x20 || file[position] == 0x0A || file[position] == 0x0D { position += 1 }
    }
  }
}
