import TestSupport
import Testing

@testable import Typography

/// Every formula of the corpus as math list, MathML, words and box, against the golden files.
@Suite struct FormulaGoldenTests {
  private func dump(_ name: String, _ describe: (MathExpression, FormulaCorpus.Formula) -> String) -> String? {
    let parser = TeXMathParser()
    let text = FormulaCorpus.formulas.map { formula in
      "\(formula.tex)\n\(describe(parser.parse(formula.tex), formula))\n"
    }
    return Golden.mismatch(text.joined(separator: "\n"), name)
  }

  @Test func corpusIsLargeAndSound() {
    #expect(FormulaCorpus.formulas.count >= 120)
    for formula in FormulaCorpus.formulas {
      #expect(TeXMathParser().parse(formula.tex).problems == [], "\(formula.tex)")
    }
  }

  @Test func lists() { #expect(dump("formulas.lists.txt") { expression, _ in MathDump.list(expression.body) } == nil) }

  @Test func mathML() throws {
    let font = try #require(MathFont.standard)
    let mismatch = dump("formulas.mathml.txt") { expression, formula in
      MathMLWriter.write(expression, isDisplay: formula.isDisplay, font: font).markup
    }
    #expect(mismatch == nil)
  }

  @Test func words() {
    let mismatch = dump("formulas.words.txt") { expression, _ in
      "\(MathSpeech.describe(expression))\n\(PlainMath.text(expression))"
    }
    #expect(mismatch == nil)
  }

  @Test func boxes() throws {
    let font = try #require(MathFont.standard)
    let typesetter = MathTypesetter(font: font, size: 10)
    let mismatch = dump("formulas.boxes.txt") { expression, formula in
      MathDump.box(typesetter.layout(expression, style: formula.isDisplay ? .display : .text))
    }
    #expect(mismatch == nil)
  }
}
