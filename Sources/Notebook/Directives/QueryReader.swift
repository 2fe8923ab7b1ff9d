import Diagnostics
import YAMLDocuments

/// Reads `{sql}`: options in leading `--|` lines, then one query.
struct QueryReader {
  private static let keys = ["label", "caption", "format"]

  private let context: ParseContext
  private let fence: DirectiveFence
  private let fields: Fields

  init(_ context: ParseContext, _ fence: DirectiveFence) {
    self.context = context
    self.fence = fence
    fields = Fields(context: context, place: "{sql}", codes: .directive)
  }

  func read() -> QueryDirective? {
    let (options, sqlOffset, sqlLine) = split()
    let (root, diagnostics) = YAMLDocument.parse(options)
    context.diagnostics += diagnostics
    let rest = fence.body.bytes[min(sqlOffset, fence.body.bytes.count)...]
    let start = sqlLine < fence.body.origins.count ? fence.body.origins[sqlLine] : fence.range.end
    var sql = String(decoding: rest, as: UTF8.self)
    while sql.last == "\n" || sql.last == " " { sql.removeLast() }
    var directive = QueryDirective(label: nil, caption: [], formats: [:], sql: sql, sqlStart: start)
    if let root, !root.isNull { readOptions(root, &directive) }
    if !sql.utf8.contains(where: { $0 > 0x20 }) {
      context.report(NotebookDiagnostics.emptyQuery(at: fence.info.range))
      return nil
    }
    return directive
  }

  /// The option lines without their `--|`, and where the SQL begins.
  private func split() -> (options: YAMLText, offset: Int, line: Int) {
    let body = fence.body
    var bytes: [UInt8] = []
    var origins: [SourcePosition] = []
    var offset = 0
    var line = 0
    let marker = Array("--|".utf8)
    while line < body.origins.count, offset < body.bytes.count {
      let end = body.bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) ?? body.bytes.count
      let isBlank = body.bytes[offset..<end].allSatisfy { $0 == 0x20 || $0 == 0x0D }
      guard isBlank || body.bytes[offset..<end].starts(with: marker) else { break }
      var start = min(offset + (isBlank ? 0 : 3), end)
      if start < end, body.bytes[start] == 0x20 { start += 1 }
      var origin = body.origins[line]
      origin.column += start - offset
      origins.append(origin)
      bytes += body.bytes[start..<end]
      bytes.append(UInt8(ascii: "\n"))
      offset = end + 1
      line += 1
    }
    return (YAMLText(path: body.path, bytes: bytes, origins: origins.isEmpty ? Array(body.origins.prefix(1)) : origins), offset, line)
  }

  private func readOptions(_ root: YAMLNode, _ directive: inout QueryDirective) {
    guard let entries = root.entries else {
      context.report(NotebookDiagnostics.bodyIsNoMapping("{sql}", part: "options", found: Fields.description(root), at: root.range))
      return
    }
    for entry in entries {
      switch entry.key {
      case "label": directive.label = fields.words(entry.value, "label").flatMap { Label.read($0, for: .table, at: entry.value.range, context) }
      case "caption": if fields.text(entry.value, "caption") != nil { directive.caption = InlineText.read(entry.value, context) }
      case "format":
        for format in fields.entries(entry.value, "format") {
          if let text = fields.words(format.value, format.key) { directive.formats[format.key] = text }
        }
      default: fields.unknown(entry, known: QueryReader.keys)
      }
    }
  }
}
