import Testing

@testable import Typography

@Suite struct MathTypesetterTests {
  static let fontFiles = MathFont.fileNames

  private func typesetter(_ file: String) throws -> MathTypesetter {
    let path = try #require(MathFont.path(fileName: file))
    return MathTypesetter(font: try #require(MathFont(path: path)), size: 10)
  }

  private func layout(_ tex: String, _ typesetter: MathTypesetter, _ style: MathStyle = .text) -> MathBox {
    typesetter.layout(TeXMathParser().parse(tex), style: style)
  }

  /// The element that stands for a text.
  private func glyph(_ text: String, in box: MathBox) throws -> MathElement {
    try #require(
      box.elements.first { element in
        if case .glyph(_, _, let found) = element.shape { return found == text }
        return false
      })
  }

  private func isNear(_ a: Double, _ b: Double, within tolerance: Double = 1e-9) -> Bool { abs(a - b) <= tolerance }

  @Test(arguments: fontFiles) func fractionRulesLieOnTheAxis(_ file: String) throws {
    let typesetter = try typesetter(file)
    for style in [MathStyle.display, .text] {
      let box = layout(#"\frac{a+b}{c}"#, typesetter, style)
      for element in box.elements {
        if case .rule(_, let height) = element.shape {
          #expect(isNear(-element.y - height / 2, typesetter.constants.axisHeight * 10))
          #expect(isNear(height, typesetter.constants.fractionRuleThickness * 10))
        }
      }
    }
  }

  @Test(arguments: fontFiles) func superscriptsRiseByTheFontsConstant(_ file: String) throws {
    let typesetter = try typesetter(file)
    let raised = try glyph("2", in: layout("x^2", typesetter))
    #expect(-raised.y >= typesetter.constants.superscriptShiftUp * 10 - 1e-9)
    let cramped = try glyph("2", in: layout(#"\sqrt{x^2}"#, typesetter))
    #expect(-cramped.y < -raised.y)
    guard case .glyph(_, let size, _) = raised.shape else { return }
    #expect(isNear(size, 10 * typesetter.constants.scriptScale))
  }

  @Test(arguments: fontFiles) func scriptsKeepTheirDistance(_ file: String) throws {
    let typesetter = try typesetter(file)
    let box = layout("x_{b^2}^{y_j}", typesetter)
    let above = try glyph("𝑦", in: box)
    let below = try glyph("𝑏", in: box)
    #expect(above.y < 0 && below.y > 0)
    #expect(below.y - above.y > 5)
  }

  @Test(arguments: fontFiles) func delimitersAreCentredOnTheAxisAndTallEnough(_ file: String) throws {
    let typesetter = try typesetter(file)
    let context = MathLayoutContext(style: .display, textSize: 10, constants: typesetter.constants)
    for scalar: UInt32 in [0x28, 0x5D, 0x7B, 0x7C, 0x2016, 0x27E8, 0x230A, 0x2191] {
      for height in stride(from: 2.0, through: 80, by: 3.7) {
        let box = typesetter.delimiter(scalar, height: height, context)
        #expect(isNear(box.height - context.axis, box.depth + context.axis), "\(scalar) \(height)")
        #expect(box.height + box.depth >= height - 0.02 || scalar == 0x27E8, "\(scalar) \(height)")
      }
    }
  }

  @Test(arguments: fontFiles) func delimitersCoverMostOfTheirBody(_ file: String) throws {
    let typesetter = try typesetter(file)
    for body in ["x", #"\frac ab"#, #"\frac{\frac{\frac ab}{\frac cd}}{\frac{\frac ef}{\frac gh}}"#] {
      let inner = layout(body, typesetter, .display)
      let outer = layout(#"\left(\#(body)\right)"#, typesetter, .display)
      #expect(outer.height >= inner.height && outer.depth >= inner.depth && outer.width > inner.width)
    }
  }

  @Test func operatorsTakeLimitsInDisplayOnly() throws {
    let typesetter = try typesetter(Self.fontFiles[0])
    let display = layout(#"\sum_i"#, typesetter, .display)
    let text = layout(#"\sum_i"#, typesetter, .text)
    let lower = try glyph("𝑖", in: display)
    let beside = try glyph("𝑖", in: text)
    #expect(lower.y > beside.y)
    #expect(beside.x > lower.x)
    #expect(display.height > text.height)
  }

  @Test func relationsStandFiveEighteenthsApart() throws {
    let typesetter = try typesetter(Self.fontFiles[1])
    let plain = layout("ab", typesetter).width
    let related = layout("a=b", typesetter).width
    let sign = layout("{=}", typesetter).width
    #expect(isNear(related, plain + sign + 2 * 10 * 5 / 18))
    #expect(isNear(layout("x^{a=b}", typesetter).width, layout("x^{a{=}b}", typesetter).width))
  }

  @Test func unaryMinusIsOrdinary() throws {
    let typesetter = try typesetter(Self.fontFiles[1])
    let sign = layout("{-}", typesetter).width
    let letter = layout("a", typesetter).width
    #expect(isNear(layout("-a", typesetter).width, sign + letter))
    #expect(isNear(layout("(-a)", typesetter).width, layout("({-}a)", typesetter).width))
  }

  @Test func matricesAreCentredOnTheAxis() throws {
    let typesetter = try typesetter(Self.fontFiles[0])
    let box = layout(#"\begin{matrix} a & b \\ c & d \end{matrix}"#, typesetter)
    let axis = typesetter.constants.axisHeight * 10
    #expect(isNear(box.height - axis, box.depth + axis))
    #expect(isNear(box.height + box.depth, 24))
    let (a, c) = (try glyph("𝑎", in: box), try glyph("𝑐", in: box))
    #expect(isNear(c.y - a.y, 12))
  }

  @Test func alignmentsLineUpAtTheirColumns() throws {
    let typesetter = try typesetter(Self.fontFiles[0])
    let box = layout(#"\begin{aligned} a + b &= c \\ d &= e \end{aligned}"#, typesetter, .display)
    let signs = box.elements.filter { element in
      if case .glyph(_, _, "=") = element.shape { return true }
      return false
    }
    #expect(signs.count == 2)
    #expect(isNear(signs[0].x, signs[1].x))
  }

  @Test func rowBaselinesAreThoseOfTheRows() throws {
    let typesetter = try typesetter(Self.fontFiles[0])
    let expression = TeXMathParser().parse(#"\begin{align} a &= b \tag{1} \\ \frac cd &= e \tag*{A} \end{align}"#)
    let box = typesetter.layout(expression, style: .display)
    let baselines = typesetter.rowBaselines(of: expression)
    #expect(expression.tags.map(\.text) == ["1", "A"])
    #expect(expression.tags.map(\.row) == [0, 1])
    #expect(expression.tags.map(\.isBare) == [false, true])
    #expect(isNear(baselines[0], try glyph("𝑎", in: box).y))
    #expect(isNear(baselines[1], try glyph("𝑒", in: box).y))
    #expect(typesetter.rowBaselines(of: TeXMathParser().parse("x")) == [0])
  }

  @Test(arguments: fontFiles) func radicalsCoverTheirBody(_ file: String) throws {
    let typesetter = try typesetter(file)
    for body in ["x", #"\frac ab"#, #"\sum_{i=1}^n x_i^2"#] {
      let inner = layout(body, typesetter, .display)
      let box = layout(#"\sqrt{\#(body)}"#, typesetter, .display)
      let rule = try #require(box.elements.first { if case .rule = $0.shape { true } else { false } })
      #expect(-rule.y > inner.height)
      guard case .rule(let width, _) = rule.shape else { continue }
      #expect(width > 0.9 * inner.width)
    }
  }

  @Test func piecesMakeTheWholeFormula() throws {
    let typesetter = try typesetter(Self.fontFiles[0])
    for tex in ["a = b + c", "x", "f(x) \\le g(x), y \\in Z", "-a", "\\frac12 + \\sum_i x_i = {a=b}", "a := b", "", "a,\\quad b = c,\\; d\\ ", "ab\\allowbreak cd"] {
      let expression = TeXMathParser().parse(tex)
      let pieces = typesetter.layoutBreakable(expression)
      let width = pieces.reduce(0) { $0 + $1.box.width + $1.spaceAfter }
      #expect(isNear(width, typesetter.layout(expression).width, within: 1e-6), "\(tex)")
    }
    let penalties = typesetter.layoutBreakable(TeXMathParser().parse("a = b + c, d")).map(\.penalty)
    #expect(penalties == [500, 700, 900, 0])
    let spaced = typesetter.layoutBreakable(TeXMathParser().parse(#"a = b,\quad c,\, d\allowbreak e {f = g}"#))
    #expect(spaced.map(\.penalty) == [500, 500, 900, 0, 0])
    #expect(isNear(spaced[1].spaceAfter, 10 + 10 / 6, within: 1e-9))
  }

  @Test func wordsComeFromTheShaper() throws {
    let plain = try typesetter(Self.fontFiles[0])
    let typesetter = MathTypesetter(font: plain.font, size: 10) { words, style, size in
      MathBox(
        width: Double(words.count) * size, height: size, depth: 0,
        elements: [MathElement(.text(words, style: style, size: size))])
    }
    let box = layout(#"\textbf{ab}"#, typesetter)
    #expect(box.width == 20)
    #expect(box.elements == [MathElement(.text("ab", style: .bold, size: 10))])
  }

  @Test func errorsAreRed() throws {
    let box = layout(#"a + \unknownthing"#, try typesetter(Self.fontFiles[0]))
    #expect(box.elements.last?.color == .error)
  }

  @Test func coloursReachTheirElementsOnly() throws {
    let box = layout(#"a + \textcolor{red}{b} + c"#, try typesetter(Self.fontFiles[0]))
    #expect(box.elements.map { $0.color != nil } == [false, false, true, false, false])
  }

  @Test func missingFontsAreNil() {
    #expect(MathFont(path: "/nowhere.otf") == nil)
    #expect(MathFont.path(fileName: "no-such-font.otf") == nil)
  }

  @Test func wideRowsOfAlignmentsAreDivided() throws {
    let typesetter = MathTypesetter(font: try #require(MathFont.standard), size: 10)
    let long = #"\begin{aligned} x &= a + b + c + d + e + f + g + h + i + j \\ y &= 0 \end{aligned}"#
    let expression = TeXMathParser().parse(long)
    #expect(typesetter.divided(expression, toFit: 400) == nil)
    let divided = try #require(typesetter.divided(expression, toFit: 100))
    #expect(typesetter.layout(divided, style: .display).width <= 100)
    #expect(typesetter.rowBaselines(of: divided).count >= 3)
    // Every letter is still there.
    #expect(typesetter.layout(divided).words == typesetter.layout(expression).words)
    #expect(typesetter.divided(TeXMathParser().parse("a + b + c"), toFit: 10) == nil)
  }

  @Test func growingDelimitersMayBeOpened() throws {
    let typesetter = MathTypesetter(font: try #require(MathFont.standard), size: 10)
    let expression = TeXMathParser().parse(#"f = \left( \frac ab + c + d \right)^2"#)
    #expect(typesetter.layoutBreakable(expression, style: .display).count == 2)
    let pieces = typesetter.layoutBreakable(expression, style: .display, isOpen: true)
    #expect(pieces.count == 4)
    let whole = typesetter.layout(expression, style: .display)
    // The two parentheses are as tall as those of the whole.
    #expect(abs((pieces.map(\.box.height).max() ?? 0) - whole.height) < 1e-9)
  }
}
