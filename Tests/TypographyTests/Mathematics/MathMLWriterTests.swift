import Foundation
import Testing

@testable import Typography

@Suite struct MathMLWriterTests {
  private func markup(_ tex: String, display: Bool = false) -> String {
    MathMLWriter.write(TeXMathParser().parse(tex), isDisplay: display, font: nil).markup
  }

  @Test func operatorsCarryTeXsSpace() {
    #expect(markup("a=b").contains(#"<mo lspace="0.2778em" rspace="0.2778em">=</mo>"#))
    #expect(markup("a+b").contains(#"<mo lspace="0.2222em" rspace="0.2222em">+</mo>"#))
    #expect(markup("-b").contains(#"<mo lspace="0" rspace="0">−</mo>"#))
    #expect(markup("x^{a=b}").contains(#"<mo lspace="0" rspace="0">=</mo>"#))
    #expect(markup(#"2\log x"#).contains(#"<mspace width="0.1667em"/><mi>log</mi><mspace width="0.1667em"/>"#))
  }

  @Test func lettersAreWrittenAsBrowsersSlantThem() {
    let result = MathMLWriter.write(TeXMathParser().parse(#"x \Gamma \mathbb{R} \mathrm{d}"#), isDisplay: false)
    #expect(
      result.markup.contains(#"<mi>x</mi><mi mathvariant="normal">Γ</mi><mi>ℝ</mi><mi mathvariant="normal">d</mi>"#))
    #expect(result.scalars.isSuperset(of: [0x78, 0x1D465, 0x393, 0x211D]))
  }

  @Test func textIsEscaped() {
    let result = markup(#"a < b \text{ & <i>}"#)
    #expect(result.contains("&lt;"))
    #expect(!result.contains("<i>"))
    #expect(result.contains("<mtext>\u{A0}&amp; &lt;i&gt;</mtext>"))
  }

  @Test func displaysAreBlocksWithAlternativeText() {
    #expect(markup("x^2", display: true).hasPrefix(#"<math display="block" alttext="x squared">"#))
    #expect(markup("x^2").hasPrefix(#"<math alttext="x squared">"#))
  }

  @Test func limitsFollowTheStyle() {
    #expect(markup(#"\sum_i x"#, display: true).contains("<munder>"))
    #expect(markup(#"\sum_i x"#).contains("<msub>"))
    #expect(markup(#"\displaystyle\sum_i x"#).contains("<munder>"))
  }

  /// Well-formed XML, whatever the author writes.
  @Test func everyFormulaIsWellFormed() {
    for formula in FormulaCorpus.formulas {
      let result = markup(formula.tex, display: formula.isDisplay)
      var stack: [Substring] = []
      for piece in result.split(separator: "<") {
        let name = piece.prefix { $0 != ">" && $0 != " " && $0 != "/" }
        if piece.hasPrefix("/") {
          let closed = piece.dropFirst().prefix { $0 != ">" }
          #expect(stack.popLast() == closed, "\(formula.tex)")
        } else if !(piece.prefix { $0 != ">" }).hasSuffix("/") {
          stack.append(name)
        }
      }
      #expect(stack.isEmpty, "\(formula.tex)")
    }
  }

  @Test func subsetsHoldTheirCharactersAndTheirLargerForms() throws {
    let font = try #require(MathFont.standard)
    let result = MathMLWriter.write(TeXMathParser().parse(#"\sqrt{\left(\frac{x}{y}\right)^2}"#), isDisplay: true)
    let bytes = try #require(MathFontSubset.make(fontPath: font.path, scalars: result.scalars))
    #expect(bytes.count > 1000 && bytes.count < 60_000)
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("subset-\(UUID().uuidString).otf")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(bytes).write(to: path)
    let subset = try #require(MathFont(path: path.path))
    for scalar: UInt32 in [0x221A, 0x28, 0x29, 0x1D465, 0x1D466, 0x32] { #expect(subset.glyphID(scalar) != nil) }
    #expect(subset.glyphID(0x222B) == nil)
    let paren = try #require(subset.glyphID(0x28))
    #expect(subset.stretch(paren, .vertical).variants.count > 3)
    #expect(subset.constants.axisHeight == font.constants.axisHeight)
    #expect(MathFontSubset.make(fontPath: font.path, scalars: result.scalars) == bytes)
    #expect(FontSubset.make(fontPath: "/nowhere.otf", scalars: [0x41]) == nil)
  }

  @Test func referencesAreLinksWhereThereIsAnAddress() {
    let expression = TeXMathParser().parse(#"\eqref{eq-a}+\ref{b}"#) { label in
      label == "eq-a" ? MathReference(number: "3", anchor: "eq-\"a") : MathReference(number: "4")
    }
    let linked = MathMLWriter.write(expression, isDisplay: false, font: nil)
    #expect(linked.markup.contains("<mtext><a href=\"#eq-&quot;a\">(3)</a></mtext>"))
    #expect(linked.markup.contains("<mtext>4</mtext>"))
    #expect(linked.scalars.isSuperset(of: [0x28, 0x33, 0x34]))
    // HTML has no link within a link.
    let plain = MathMLWriter.write(expression, isDisplay: false, hasLinks: false, font: nil).markup
    #expect(plain.contains("<mtext>(3)</mtext>") && !plain.contains("<a"))
  }

  @Test func longFormulasInTextAreDivided() throws {
    func markup(_ tex: String, isDivisible: Bool = true) -> String {
      MathMLWriter.write(TeXMathParser().parse(tex), isDisplay: false, isDivisible: isDivisible).markup
    }
    let long = #"\theta_{t+1} = \theta_t - \eta \nabla \ell(\theta_t; x_{i_t}, y_{i_t}) + \beta (\theta_t - \theta_{t-1})"#
    let parts = markup(long).split(separator: "<wbr>")
    // After the relation, and after each operator outside parentheses with more than a letter or two before it.
    try #require(parts.count == 3)
    #expect(parts[0].hasPrefix(#"<span role="math" aria-label="theta sub t plus 1, equals theta sub t minus"#))
    #expect(parts[0].hasSuffix(#"=</mo><mspace width="0.2778em"/></mrow></math>"#))
    #expect(parts[2].hasSuffix("</math></span>"))
    #expect(markup(long, isDivisible: false).hasPrefix("<math alttext="))
    #expect(markup("a = b + c").hasPrefix("<math alttext="))
    // Braces hold a formula together.
    #expect(markup("{\(long)}").hasPrefix("<math alttext="))
  }
}
