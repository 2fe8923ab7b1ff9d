import Diagnostics
import YAMLDocuments

/// Turns the text of a notebook into its typed tree.
package enum NotebookParser {
  /// Parses a notebook; whatever the text, there is a result, and what is wrong with it stands in its diagnostics.
  ///
  /// - Parameter defaults: the project-wide front matter (`ProjectDefaults.parse`), laid under the notebook's own. What is
  ///   wrong with it has been said there and is not repeated here.
  /// - Complexity: O(bytes).
  package static func parse(source: SourceFile, defaults: YAMLNode? = nil) -> Notebook {
    // 1. Bytes that cannot be read.
    let (file, faults) = TextRepair.repair(source)
    let context = ParseContext(file: file)
    context.diagnostics = faults
    if !file.bytes.contains(where: { $0 > 0x20 }) {
      context.report(NotebookDiagnostics.emptyFile(at: SourceRange(file: file.path, line: 1)))
    }

    // 2. Front matter.
    let head = FrontMatterLines(in: file, context)
    let own = head.flatMap { head -> YAMLNode? in
      let (root, diagnostics) = YAMLDocument.parse(file, lines: head.lines)
      context.diagnostics += diagnostics
      return root
    }
    var frontMatter = FrontMatterReader(context).read(ProjectDefaults.laid(defaults, under: own))

    // 3. Blocks.
    let text = MarkdownText(path: file.path, bytes: body(of: file, after: head))
    var (blocks, footnotes) = BlockReader.read(text, context)
    if let abstract = frontMatter.abstract {
      (frontMatter.abstract, footnotes) = AbstractFootnotes(text, footnotes, context).resolved(abstract)
    }

    // 4. Labels, and the references to them.
    let labels = Notebook.labels(of: blocks + footnotes.flatMap(\.blocks))
    var check = LabelCheck(labels, context)
    check.run(blocks, footnotes, frontMatter.abstract ?? [])

    let diagnostics = context.diagnostics.filter { $0.range?.file ?? file.path == file.path }
    return Notebook(
      source: file, frontMatter: frontMatter, blocks: blocks, footnotes: footnotes, diagnostics: inOrder(diagnostics))
  }

  /// The text with empty lines for the front matter and single line feeds for line ends: lines and columns stay true.
  private static func body(of file: SourceFile, after head: FrontMatterLines?) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.bytes.count)
    var start = 0
    if let head {
      bytes = [UInt8](repeating: UInt8(ascii: "\n"), count: head.closing)
      start = head.closing < file.lineCount ? file.lineStarts[head.closing] : file.bytes.count
    }
    guard file.bytes[start...].contains(UInt8(ascii: "\r")) else { return bytes + file.bytes[start...] }
    for offset in start..<file.bytes.count {
      if file.bytes[offset] != UInt8(ascii: "\r") {
        bytes.append(file.bytes[offset])
      } else if offset + 1 == file.bytes.count || file.bytes[offset + 1] != UInt8(ascii: "\n") {
        bytes.append(UInt8(ascii: " "))
      }
    }
    return bytes
  }

  /// By place; those of one place in the order they were found.
  private static func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let start = SourcePosition(line: 0, column: 0)
    return diagnostics.enumerated().sorted { a, b in
      let (x, y) = (a.element.range?.start ?? start, b.element.range?.start ?? start)
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
  }
}
