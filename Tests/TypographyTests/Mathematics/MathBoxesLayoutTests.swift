import Testing

@testable import Typography

/// Boxes, sizes, rules and diagrams, measured in a font of ten points.
@Suite struct MathBoxesLayoutTests {
  private let typesetter: MathTypesetter

  init() throws { typesetter = MathTypesetter(font: try #require(MathFont.standard), size: 10) }

  private func layout(_ tex: String, _ style: MathStyle = .text) -> MathBox {
    typesetter.layout(TeXMathParser().parse(tex), style: style)
  }

  private func rules(_ box: MathBox) -> [(x: Double, y: Double, width: Double, height: Double)] {
    box.elements.compactMap { element in
      if case .rule(let width, let height) = element.shape { return (element.x, element.y, width, height) }
      return nil
    }
  }

  private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-9 }

  @Test func fractionsSpaceAsLettersDo() {
    #expect(isNear(layout(#"\frac12 x"#).width, layout(#"\frac12"#).width + layout("x").width))
    #expect(layout(#"\left(\frac12\right) x"#).width > layout(#"\left(\frac12\right)"#).width + layout("x").width + 1)
  }

  @Test func aCellSpansColumns() {
    // Columns of 'a' and 'bbb', a gap of one em between them and of half an em outside.
    let plain = layout(#"\begin{array}{cc}a&bbb\end{array}"#)
    let narrow = layout(#"\begin{array}{cc}\multicolumn{2}{r}{c}\\a&bbb\end{array}"#)
    #expect(isNear(narrow.width, plain.width))
    #expect(isNear(narrow.elements[0].x + layout("c").width, plain.width - 5))
    // What is wider widens the last of its columns.
    let wide = layout(#"\begin{array}{cc}\multicolumn{2}{l}{ccccccccccc}\\a&bbb\end{array}"#)
    #expect(isNear(wide.width, layout("ccccccccccc").width + 10))
    #expect(isNear(wide.elements[0].x, 5))
  }

  @Test func rulesStopAtWhatSpansThem() {
    let box = layout(#"\begin{array}{c|c}\multicolumn{2}{c}{x}\\a&b\end{array}"#)
    let whole = layout(#"\begin{array}{c|c}y&x\\a&b\end{array}"#)
    let (cut, full) = (rules(box).map(\.height), rules(whole).map(\.height))
    #expect(cut.count == 1 && full.count == 1 && isNear(cut[0], full[0] / 2))
  }

  @Test func spansAreMarkedUp() {
    let markup = MathMLWriter.write(TeXMathParser().parse(#"\begin{array}{ccc}\multicolumn{2}{r}{x}&y\\a&b&c\end{array}"#), isDisplay: true).markup
    #expect(markup.contains("<mtd columnspan=\"2\" style=\"text-align:-webkit-right;"))
    #expect(markup.components(separatedBy: "<mtd").count == 6)
  }

  @Test func relationsThatTheFontLacksStandOverASignOfEquality() {
    let box = layout(#"\subseteqq"#)
    guard typesetter.font.glyphID(0x2AC5) == nil else { return #expect(box.elements.count == 1) }
    #expect(box.elements.count == 2)
    #expect(box.elements[1].y > box.elements[0].y)
    #expect(abs((box.height - box.depth) / 2 - layout("+").height / 2 + layout("+").depth / 2) < 0.3)
  }

  @Test func longDelimitersOpenAtTheEndsOfLines() {
    let expression = TeXMathParser().parse(#"\left( aaaaaaaaaa = bbbbbbbbbb + \frac cd \right)"#)
    #expect(typesetter.layoutBreakable(expression).count == 1)
    let pieces = typesetter.layoutBreakable(expression, isOpen: true)
    #expect(pieces.count == 3 && pieces.dropLast().allSatisfy { $0.penalty == 900 })
    let width = pieces.reduce(0) { $0 + $1.box.width + $1.spaceAfter }
    #expect(abs(width - typesetter.layout(expression).width) < 3)
    let long = TeXMathParser().parse("x = \\left( " + Array(repeating: "aaaaa", count: 12).joined(separator: "+") + "\\right)")
    let markup = MathMLWriter.write(long, isDisplay: false, isDivisible: true).markup
    #expect(markup.components(separatedBy: "<wbr>").count > 3)
  }

  @Test func lettersAndNumbersAreEncircled() {
    #expect(TextCommands.encircled("7") == "⑦" && TextCommands.encircled("20") == "⑳" && TextCommands.encircled("0") == "⓪")
    #expect(TextCommands.encircled("R") == "Ⓡ" && TextCommands.encircled("x") == "ⓧ" && TextCommands.encircled("+") == "⊕")
    #expect(TextCommands.encircled("21") == nil && TextCommands.encircled("é") == nil)
    #expect(PlainMath.text(TeXMathParser().parse(#"\text{step \textcircled{2}}"#)) == "step ②")
  }

  @Test func ellipsesAreThreeSpacedDots() {
    let dot = layout("{.}").width
    #expect(isNear(layout(#"{\ldots}"#).width, 3 * dot + 2 * 10 / 6))
    #expect(layout(#"\ldots"#).elements.count == 3)
  }

  @Test func lapsTakeNoWidth() {
    let width = layout("abc").width
    for (command, x) in [("mathllap", -width), ("mathclap", -width / 2), ("mathrlap", 0)] {
      let box = layout(#"\\#(command){abc}"#)
      #expect(box.width == 0)
      #expect(isNear(box.elements[0].x, x + layout("abc").elements[0].x))
    }
  }

  @Test func groundsLieUnderTheirBodies() throws {
    let box = layout(#"a + \colorbox{yellow}{$x$}"#)
    let ground = try #require(box.elements.firstIndex { $0.color == MathColor(named: "yellow") })
    let letter = try #require(box.elements.lastIndex { if case .glyph = $0.shape { true } else { false } })
    #expect(ground < letter)
    #expect(isNear(layout(#"\colorbox{yellow}{$x$}"#).width, layout("x").width + 6))
    #expect(rules(layout(#"\fcolorbox{red}{yellow}{$x$}"#)).count == 5)
  }

  @Test func sizesScaleAndNest() {
    #expect(isNear(layout(#"\Large x"#).width, 1.44 * layout("x").width))
    #expect(isNear(layout(#"\Large {\normalsize x}"#).width, layout("x").width))
    #expect(isNear(layout(#"{\Large x} x"#).width, 2.44 * layout("x").width))
  }

  @Test func rulesAreMeasuredFromTheBaseline() {
    let box = layout(#"\rule[-2pt]{30pt}{5pt}"#)
    #expect((box.width, box.height, box.depth) == (30, 3, 2))
    #expect(rules(box).map(\.y) == [-3])
    // Points do not shrink in scripts, ems do.
    #expect(isNear(layout(#"{}^{\rule{30pt}{1pt}}"#).width, 30 + typesetter.constants.spaceAfterScript * 10))
    #expect(isNear(layout(#"\scriptstyle\rule{1em}{1pt}"#).width, 10 * typesetter.constants.scriptScale))
  }

  @Test func raisedBoxesMoveUp() {
    let plain = layout("x")
    let raised = layout(#"\raisebox{2pt}{$x$}"#)
    #expect(isNear(raised.height, plain.height + 2))
    #expect(isNear(raised.elements[0].y, plain.elements[0].y - 2))
    let centred = layout(#"\vcenter{x}"#)
    let axis = typesetter.constants.axisHeight * 10
    #expect(isNear(centred.height - axis, centred.depth + axis))
  }

  @Test func stylesChooseAmongFour() {
    let choice = #"\mathchoice{a}{bb}{ccc}{dddd}"#
    for (style, tex) in [(MathStyle.display, "a"), (.text, "bb"), (.script, "ccc"), (.scriptScript, "dddd")] {
      #expect(isNear(layout(choice, style).width, layout(tex, style).width))
    }
  }

  @Test func arrowsOfADiagramAreOfOneLength() {
    let box = layout(#"\begin{CD} A @>\text{a long label}>> B \\ @VVV @VVV \\ C @= D \end{CD}"#, .display)
    let short = layout(#"\begin{CD} A @>>> B \end{CD}"#, .display)
    #expect(box.width > short.width + 15)
    #expect(short.width > 30)
  }

  @Test func partialRulesSpanTheirColumns() {
    let box = layout(#"\begin{array}{ccc} a & b & c \\ \cline{2-3} d & e & f \\ \hline \end{array}"#)
    let found = rules(box)
    #expect(found.count == 2)
    #expect(found[0].x > 5 && isNear(found[0].x + found[0].width, box.width))
    #expect(isNear(found[1].width, box.width))
  }

  @Test func repeatedRulesStandApart() {
    let one = layout(#"\begin{array}{c} \hline a \end{array}"#)
    let two = layout(#"\begin{array}{c} \hline\hline a \end{array}"#)
    #expect(isNear(two.height + two.depth, one.height + one.depth + 2))
    let found = rules(two)
    #expect(found.count == 2 && isNear(abs(found[0].y - found[1].y), 2))
    let vertical = rules(layout(#"\begin{array}{c||c} a & b \end{array}"#))
    #expect(vertical.count == 2 && isNear(abs(vertical[0].x - vertical[1].x), 2))
  }

  @Test func dashesBeginAndEndARule() throws {
    let box = layout(#"\begin{array}{c:c} a & b \\ \hdashline c & d \end{array}"#)
    let dashes = rules(box)
    #expect(dashes.count > 6)
    let across = dashes.filter { $0.width > $0.height }
    #expect(isNear(try #require(across.map(\.x).min()), 0))
    #expect(isNear(try #require(across.map { $0.x + $0.width }.max()), box.width))
  }

  @Test func arraysStretchAndJoin() {
    let plain = layout(#"\begin{array}{cc} a & b \\ c & d \end{array}"#)
    let stretched = layout(#"\def\arraystretch{1.5}\begin{array}{cc} a & b \\ c & d \end{array}"#)
    #expect(isNear(stretched.height + stretched.depth, 1.5 * (plain.height + plain.depth)))
    let joined = layout(#"\begin{array}{@{}c@{}c@{}} a & b \\ c & d \end{array}"#)
    #expect(isNear(joined.width, plain.width - 20))
  }

  @Test func starredCasesHaveWordsInTheirSecondColumn() {
    let starred = TeXMathParser().parse(#"\begin{cases*} 1 & if $x > 0$ and {so} on, \\ 0 & else. \end{cases*}"#)
    let written = #"\begin{cases} 1 & \text{if $x > 0$ and {so} on,} \\ 0 & \text{else.} \end{cases}"#
    #expect(starred.problems.isEmpty)
    #expect(typesetter.layout(starred) == layout(written))
    #expect(!TeXMathParser().parse(#"\begin{cases*} 1 & if $x"#).problems.isEmpty)
  }

  @Test func wordsBetweenRowsWidenNoColumn() {
    let rows = #"\begin{align} a &= b \\ c &= d \end{align}"#
    let parted = #"\begin{align} a &= b \\ \intertext{very many words between the rows} c &= d \end{align}"#
    #expect(isNear(layout(rows, .display).width, layout(parted, .display).width))
  }

  @Test func bigDelimitersTakeTheNearestForm() {
    let scalars: [UInt32] = [0x28, 0x5B, 0x7B, 0x27E8, 0x7C]
    for scalar in scalars {
      for step in 1...4 {
        let height = typesetter.font.delimiterHeight(scalar, step: step)
        #expect(abs(height - (0.6 + 0.6 * Double(step))) <= 0.15 * (0.6 + 0.6 * Double(step)), "\(scalar) \(step)")
      }
    }
  }

  @Test func pairedDelimitersTakeStarsAndSizes() {
    let norm = #"\DeclarePairedDelimiter{\norm}{\lVert}{\rVert}"#
    #expect(layout(norm + #"\norm{\frac ab}"#, .display).height < layout(norm + #"\norm*{\frac{\frac ab}{c}}"#, .display).height)
    #expect(isNear(layout(norm + #"\norm{x}"#).width, layout(#"\lVert x \rVert"#).width))
    #expect(isNear(layout(norm + #"\norm[\Big]{x}"#).width, layout(#"\Bigl\lVert x \Bigr\rVert"#).width))
    #expect(isNear(layout(norm + #"\norm*{x}"#).width, layout(#"\left\lVert x \right\rVert"#).width))
  }
}
