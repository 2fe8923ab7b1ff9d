import CCmarkGFM
import Diagnostics
import YAMLDocuments

/// Reads a fenced or indented block of code: shown code, a display equation, or a directive.
struct CodeBlockReader {
  private let reader: BlockReader
  private let node: OpaquePointer
  private let line: Int
  private let column: Int
  private var text: MarkdownText { reader.text }

  init(_ reader: BlockReader, _ node: OpaquePointer) {
    self.reader = reader
    self.node = node
    (line, column) = reader.start(node)
  }

  func read() -> Block {
    if let found = reader.displays.found[line] { return equation(found) }
    let code = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    let count = code.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
    var length: Int32 = 0
    var offset: Int32 = 0
    var character: CChar = 0
    guard cmark_node_get_fenced(node, &length, &offset, &character) != 0 else {
      return Block(.codeBlock(language: "", code: code), range: text.range(line: line, column: column, throughLine: line + max(count, 1) - 1))
    }
    let isClosed = isClosing(line + 1 + count, UInt8(bitPattern: character), Int(length))
    let last = isClosed ? line + 1 + count : min(line + count, text.lineCount)
    let range = text.range(line: line, column: column, throughLine: max(last, line))
    let info = FenceInfo(text, line, fence: column - 1 + Int(length))
    guard isClosed else { return unclosed(code, info, range, Int(length)) }
    return fenced(code, info, range)
  }

  /// The rest of the text is inside: nothing that could be said about a directive's body would help.
  private func unclosed(_ code: String, _ info: FenceInfo, _ range: SourceRange, _ length: Int) -> Block {
    let opening = text.range(text.position(line: line, column: column), text.position(line: line, column: column + length))
    let problem = NotebookDiagnostics.unclosedFence(at: opening)
    reader.context.report(problem)
    guard info.isDirective else { return fenced(code, info, range) }
    let faulty = FaultyDirective(name: info.inner.first?.text ?? "", label: nil, source: source(range), diagnostics: [problem])
    return Block(.faulty(faulty), range: range)
  }

  private func fenced(_ code: String, _ info: FenceInfo, _ range: SourceRange) -> Block {
    if info.isDirective {
      let fence = DirectiveFence(info: info, body: body(code), source: source(range), range: range)
      return Block(DirectiveReader(reader.context, fence).read(), range: range)
    }
    guard info.language == "math" else { return Block(.codeBlock(language: info.language, code: code), range: range) }
    let body = body(code)
    var label: Label?
    if let attribute = info.attribute { label = reader.read(attribute, for: .equation) }
    let tex = code.hasSuffix("\n") ? String(code.dropLast()) : code
    return Block(.equation(Equation(tex: tex, label: label, lineStarts: body.origins)), range: range)
  }

  private func equation(_ found: DisplayEquations.Found) -> Block {
    var equation = found.equation
    if let attribute = found.attribute { equation.label = reader.read(attribute, for: .equation) }
    return Block(.equation(equation), range: found.range)
  }

  // MARK: Places

  /// The lines of the block and where each begins: a line of the code is the end of a line of the text.
  private func body(_ code: String) -> YAMLText {
    let bytes = Array(code.utf8)
    var origins: [SourcePosition] = []
    var start = 0
    var number = line + 1
    repeat {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let column = max(text.line(number).count - (end - start) + 1, 1)
      origins.append(text.position(line: number, column: column))
      start = end + 1
      number += 1
    } while start < bytes.count
    return YAMLText(path: text.path, bytes: bytes, origins: origins)
  }

  private func isClosing(_ number: Int, _ character: UInt8, _ length: Int) -> Bool {
    guard number <= text.lineCount else { return false }
    let bounds = text.line(number)
    let start = LinePrefix(text.bytes, bounds, quotes: reader.quotes).end
    return text.bytes[start..<bounds.upperBound].prefix { $0 == character }.count >= length
  }

  private func source(_ range: SourceRange) -> String {
    guard case .identity = text.mapping else { return "" }
    let bounds = text.line(range.start.line).lowerBound + range.start.column - 1..<text.line(range.end.line).upperBound
    return bounds.lowerBound <= bounds.upperBound ? text.string(bounds) : ""
  }
}
