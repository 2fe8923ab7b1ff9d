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
    var styles: [String: MathStyle] = [:]
    for formula in FormulaCorpus.formulas { styles[formula.tex] = formula.isDisplay ? .display : .text }
    var widths: [Double] = []
    var heights: [Double] = []
    for recorded in Self.recorded {
      guard let style = styles[recorded.tex] else {
        Issue.record("not in the corpus: \(recorded.tex)")
        continue
      }
      let box = typesetter.layout(TeXMathParser().parse(recorded.tex), style: style)
      let excess: Double = box.width - recorded.width
      let tails: Double = 1.03 * Self.tailCount(box)
      let meant: Double = min(max(excess, 0), tails)
      widths.append(abs(excess - meant) / max(recorded.width, 10))
      heights.append(max(abs(box.height - recorded.height), abs(box.depth - recorded.depth)))
    }
    #expect(widths.count >= 200)
    #expect(Self.share(widths, below: 0.005) >= 0.65)
    #expect(Self.share(widths, below: 0.02) >= 0.9)
    #expect(Self.share(heights, below: 0.02) >= 0.75)
    #expect(Self.share(heights, below: 1) >= 0.95)
  }

  /// How many letters may have room for their tails.
  private static func tailCount(_ box: MathBox) -> Double {
    var count = 0.0
    for element in box.elements {
      if case .glyph(_, _, let text) = element.shape, text == "𝑓" { count += 1 }
    }
    return count
  }

  private static func share(_ values: [Double], below limit: Double) -> Double {
    Double(values.filter { $0 <= limit }.count) / Double(values.count)
  }
}
