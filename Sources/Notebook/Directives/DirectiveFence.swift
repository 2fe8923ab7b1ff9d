import Diagnostics
import YAMLDocuments

/// A directive as it stands in the text.
struct DirectiveFence {
  var info: FenceInfo
  /// The lines between the fences.
  var body: YAMLText
  /// The whole fence as written.
  var source: String
  var range: SourceRange

  var name: String { info.inner.first?.text ?? "" }
  var nameRange: SourceRange { info.inner.first?.range ?? info.range }
  var bodyText: String { String(decoding: body.bytes, as: UTF8.self) }

  /// The label that the body seems to give, for a directive whose body cannot be read.
  var looseLabel: (name: String, range: SourceRange)? {
    var start = 0
    for origin in body.origins {
      let end = body.bytes[min(start, body.bytes.count)...].firstIndex(of: UInt8(ascii: "\n")) ?? body.bytes.count
      let line = String(decoding: body.bytes[min(start, end)..<end], as: UTF8.self)
      for opening in ["label: ", "--| label: "] where line.hasPrefix(opening) {
        let name = line.dropFirst(opening.count).prefix { $0 != " " && $0 != "#" }
        guard !name.isEmpty else { continue }
        let from = SourcePosition(line: origin.line, column: origin.column + opening.utf8.count)
        let to = SourcePosition(line: from.line, column: from.column + name.utf8.count)
        return (String(name), SourceRange(file: body.path, start: from, end: to))
      }
      start = end + 1
    }
    return nil
  }
}
