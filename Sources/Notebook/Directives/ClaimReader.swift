import Diagnostics
import YAMLDocuments

/// Reads `{claim}`: text, query and expectation.
struct ClaimReader {
  private static let keys = ["label", "source", "text", "value", "expect", "confidence", "interval", "figure"]

  private let context: ParseContext
  private var fence: DirectiveFence
  private let fields: Fields
  private var isShielded = false

  init(_ context: ParseContext, _ fence: DirectiveFence) {
    self.context = context
    self.fence = fence
    fields = Fields(context: context, place: "{claim}", codes: .directive)
    shieldGreater()
  }

  func read() -> ClaimDirective? {
    guard let root = DirectiveBody.mapping(fence, context), let entries = root.entries else { return nil }
    for entry in entries where !ClaimReader.keys.contains(entry.key) { fields.unknown(entry, known: ClaimReader.keys) }
    let text = root["text"].flatMap { fields.words($0, "text") == nil ? nil : InlineText.read($0, context) }
    let value = root["value"]
    let sql = value.flatMap { fields.words($0, "value") }
    let expectation = root["expect"].flatMap(expectation)
    // A mistyped key has been reported already, with the name that was meant.
    let mistyped = entries.filter { !ClaimReader.keys.contains($0.key) }.compactMap { NearestNames.of($0.key, in: ClaimReader.keys).first }
    fields.missing(["text", "value", "expect"].filter { root[$0] == nil && !mistyped.contains($0) }, at: fence.info.range)
    guard let text, let value, let sql, let expectation else { return nil }
    var claim = ClaimDirective(label: nil, sourceInPaper: [], text: text, sql: sql, sqlRange: value.range, expectation: expectation)
    for entry in entries { readOption(entry, &claim) }
    return claim
  }

  private func readOption(_ entry: YAMLEntry, _ claim: inout ClaimDirective) {
    let node = entry.value
    switch entry.key {
    case "label": claim.label = fields.words(node, "label").flatMap { Label.read($0, for: .claim, at: node.range, context) }
    case "source": if fields.words(node, "source") != nil { claim.sourceInPaper = InlineText.read(node, context) }
    case "confidence":
      guard let confidence = fields.number(node, "confidence") else { return }
      if confidence > 0, confidence < 1 {
        claim.confidence = confidence
      } else {
        fields.wrongValue("confidence", node, expected: "between 0 and 1, such as 0.95")
      }
    case "interval":
      let known = ClaimDirective.Interval.allCases.map(\.rawValue)
      if let name = fields.choice(node, "interval", known), let interval = ClaimDirective.Interval(rawValue: name) { claim.interval = interval }
    case "figure":
      guard var name = fields.words(node, "figure") else { return }
      if name.hasPrefix("@") { name.removeFirst() }
      (claim.figure, claim.figureRange) = (name, node.range)
    default: break
    }
  }

  // MARK: Expectations

  private func expectation(_ node: YAMLNode) -> Expectation? {
    if node.bool == true { return .isTrue }
    guard var text = fields.words(node, "expect") else { return nil }
    if isShielded, text.hasPrefix(ClaimReader.shield) { text = ">" + text.dropFirst() }
    if let number = node.number {
      context.report(NotebookDiagnostics.bareNumberExpected(number, at: node.range))
      return nil
    }
    do {
      return try Expectation.parse(text)
    } catch {
      var range = node.range
      let width = range.end.column - range.start.column
      let quote = node.scalar?.isPlain == true ? 0 : 1
      if range.start.line == range.end.line, width == text.utf8.count + 2 * quote {
        range.start.column += quote + error.offset
        range.end.column = range.start.column + error.length
      }
      context.report(NotebookDiagnostics.expectation(error.message, at: range))
      return nil
    }
  }

  /// Stands for the `>` of `expect: > 0.5`, which YAML would read as the start of a folded text.
  private static let shield = "^"

  private mutating func shieldGreater() {
    var start = 0
    let key = Array("expect:".utf8)
    while start < fence.body.bytes.count {
      let end = fence.body.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? fence.body.bytes.count
      if fence.body.bytes[start..<end].starts(with: key) {
        var offset = start + key.count
        while offset < end, fence.body.bytes[offset] == 0x20 { offset += 1 }
        if offset > start + key.count, offset < end, fence.body.bytes[offset] == UInt8(ascii: ">"), hasBound(offset + 1, end) {
          fence.body.bytes[offset] = UInt8(ascii: "^")
          isShielded = true
        }
        return
      }
      start = end + 1
    }
  }

  /// Whether something follows that is not the indicator of a folded text.
  private func hasBound(_ start: Int, _ end: Int) -> Bool {
    let rest = fence.body.bytes[start..<end].filter { $0 != 0x20 && $0 != 0x0D }
    return !rest.isEmpty && rest != [UInt8(ascii: "-")] && rest != [UInt8(ascii: "+")] && rest.first != UInt8(ascii: "#")
  }
}
