import Foundation
import TestSupport
import Testing

@testable import Typography

/// The measures of formulas against those that LuaLaTeX gives them in the same font, which
/// `Scripts/compare-formulas-with-latex --record` has written down.
///
/// Not all agree, for reasons that are meant: room for the tail of an italic `f`, `\big` delimiters of the sizes that
/// Knuth's font has, longer arrows, text without kerning, ellipses of the mathematics font's points.
@Suite struct LaTeXAgreementTests {
  private struct Measures {
    var tex: String
    var width, height, depth: Double
  }

  private static let recorded: [Measures] = {
    let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    let text = try? String(contentsOfFile: folder + "/Golden/formulas.latex.txt", encoding: .utf8)
    let lines = (text ?? "").split(separator: "\n")
    return stride(from: 0, to: lines.count - 1, by: 2).compactMap { index in
      let numbers = lines[index + 1].split(separator: " ").compactMap { Double($0) }
      guard numbers.count == 3 else { return nil }
      return Measures(tex: String(lines[index]), width: numbers[0], height: numbers[1], depth: numbers[2])
    }
  }()

  @Test func boxesAreThoseOfLaTeX() throws {
    let font = try #require(MathFont.standard)
    try #require(font.path.hasSuffix("texgyrepagella-math.otf"))
    let typesetter = MathTypesetter(font: font, size: 10)
    let isDisplay = Dictionary(
      FormulaCorpus.formulas.map { ($0.tex, $0.isDisplay) }, uniquingKeysWith: { first, _ in first })
    var widths: [Double] = []
    var heights: [Double] = []
    for recorded in Self.recorded {
      let style: MathStyle = try #require(isDisplay[recorded.tex]) ? .display : .text
      let box = typesetter.layout(TeXMathParser().parse(recorded.tex), style: style)
      let tails = box.elements.count { if case .glyph(_, _, "𝑓") = $0.shape { true } else { false } }
      let excess = box.width - recorded.width
      widths.append(abs(excess - min(max(excess, 0), 1.03 * Double(tails))) / max(recorded.width, 10))
      heights.append(max(abs(box.height - recorded.height), abs(box.depth - recorded.depth)))
    }
    #expect(widths.count >= 200)
    func share(_ values: [Double], below limit: Double) -> Double {
      Double(values.count { $0 <= limit }) / Double(values.count)
    }
    #expect(share(widths, below: 0.005) >= 0.65)
    #expect(share(widths, below: 0.02) >= 0.9)
    #expect(share(heights, below: 0.02) >= 0.75)
    #expect(share(heights, below: 1) >= 0.95)
  }
}
