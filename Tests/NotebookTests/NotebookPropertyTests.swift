import Diagnostics
import Foundation
import Testing

@testable import Notebook

/// What holds for every text.
@Suite struct NotebookPropertyTests {
  private struct Random {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(bound, 1)
    }
  }

  /// The fixtures, and the notebooks of the project when they are there.
  private static func corpus() throws -> [SourceFile] {
    var files = try ["rich.md", "dense.md"].map(Fixtures.file)
    let notebooks = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Notebooks")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: notebooks.path)) ?? []
    for name in names.sorted() where name.hasSuffix(".md") {
      files.append(SourceFile(path: name, bytes: [UInt8](try Data(contentsOf: notebooks.appendingPathComponent(name)))))
    }
    return files
  }

  /// All places lie in the file, children in their parents' lines.
  private func check(_ notebook: Notebook, _ comment: String) {
    func inside(_ range: SourceRange) {
      let isInside = range.start.line >= 1 && range.start.column >= 1 && range.start <= range.end && range.end.line <= notebook.source.lineCount
        && range.start.column <= notebook.source.line(range.start.line).utf8.count + 2
      #expect(isInside, "\(comment): \(range)")
    }
    func visit(_ inlines: [Inline]) {
      for inline in inlines {
        inside(inline.range)
        visit(inline.content)
      }
    }
    for block in notebook.blocks {
      inside(block.range)
      block.forEachInlines(visit)
    }
    for diagnostic in notebook.diagnostics { if let range = diagnostic.range { inside(range) } }
    for label in notebook.labels { inside(label.range) }
  }

  @Test func fixturesHaveExactPlaces() throws {
    for file in try Self.corpus() {
      let notebook = NotebookParser.parse(source: file)
      check(notebook, file.path)
      func slice(_ range: SourceRange) -> String {
        String(decoding: file.bytes[file.offset(of: range.start)..<file.offset(of: range.end)], as: UTF8.self)
      }
      func visit(_ inlines: [Inline]) {
        for inline in inlines {
          let source = slice(inline.range)
          switch inline.kind {
          case .text(let text):
            let isPlain = !source.contains("\\") && !source.contains("&") && !source.isEmpty
            if isPlain, inline.range.start.line == inline.range.end.line { #expect(source.hasPrefix(text), "\(file.path) \(inline.range)") }
          case .code, .query: #expect(source.hasPrefix("`") && source.hasSuffix("`"), "\(source)")
          case .math(_, let isDisplay): #expect(source.hasPrefix(isDisplay ? "$$" : "$") && source.hasSuffix("$"), "\(source)")
          case .emphasis: #expect("*_".contains(source.first ?? " ") && "*_".contains(source.last ?? " "), "\(source)")
          case .strong: #expect(["**", "__"].contains(source.prefix(2)) && ["**", "__"].contains(source.suffix(2)), "\(source)")
          case .link: #expect(source.first == "[" || source.first == "<" || source.contains("@") || source.contains("://") || source.hasPrefix("www."), "\(source) \(inline.range)")
          case .reference: #expect(source.contains("@"), "\(source)")
          case .citation(let citation): for item in citation.items { #expect(slice(item.range) == "@" + item.key) }
          case .image: #expect(source.hasPrefix("![") && source.hasSuffix(")"), "\(source)")
          default: break
          }
          visit(inline.content)
        }
      }
      for block in notebook.blocks + notebook.footnotes.flatMap(\.blocks) { block.forEachInlines(visit) }
      for label in notebook.labels { #expect(slice(label.range) == label.name, "\(file.path) \(label.range)") }
    }
  }

  /// Flipped, deleted, inserted, doubled and cut bytes: always a notebook, always with places inside the file.
  @Test func neverFailsOnMutatedNotebooks() throws {
    for (index, file) in try Self.corpus().enumerated() {
      var random = Random(state: UInt64(index) + 1)
      let rounds = index < 2 ? 60 : 4
      for round in 0..<rounds {
        var bytes = file.bytes
        for _ in 0...random.next(5) where !bytes.isEmpty {
          let at = random.next(bytes.count)
          switch random.next(6) {
          case 0: bytes[at] = UInt8(random.next(256))
          case 1: bytes.removeSubrange(at..<min(bytes.count, at + 1 + random.next(40)))
          case 2: bytes.insert(contentsOf: [UInt8]("$`[]{}|>#@:-\n\t \\*_~^!<&".utf8.shuffled(random.next(1000)).prefix(1 + random.next(4))), at: at)
          case 3: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + random.next(200))], at: random.next(bytes.count))
          case 4: bytes.removeLast(random.next(bytes.count / 2))
          default: bytes.swapAt(at, random.next(bytes.count))
          }
        }
        check(NotebookParser.parse(source: SourceFile(path: file.path, bytes: bytes)), "\(file.path) round \(round)")
      }
    }
  }

  /// Texts made to be slow: each is read in time that grows with its length.
  @Test(.serialized, arguments: ["[", ">", "`", "$", "$$\n", "$a ", "$$a ", "*a ", "**a _b ", "![", "[@", "@a ", "{", "- ", "> - ", "|", "<", "~~~\n", "&", "\\",
    "[^", "a@", ": ", "[a](", "1. ", "$`", "(@a; ", "<!--", "[@a] ", "|a|\n|-|\n", "$$\n\n", "# ", "\t"])
  func pathologicalTexts(unit: String) {
    let count = unit.utf8.count == 1 ? 100_000 : 15_000
    let clock = ContinuousClock()
    let elapsed = clock.measure {
      let notebook = parseNotebook("x\n\n" + String(repeating: unit, count: count))
      #expect(notebook.blocks.count >= 1)
    }
    // Generous for a busy machine and a debug build; quadratic work would take minutes.
    #expect(elapsed < .seconds(30), "\(unit.debugDescription): \(elapsed)")
  }
}

extension Sequence where Element == UInt8 {
  fileprivate func shuffled(_ seed: Int) -> [UInt8] {
    var result = Array(self)
    var state = UInt64(seed) &+ 99
    for index in result.indices {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      result.swapAt(index, Int(state >> 33) % result.count)
    }
    return result
  }
}
