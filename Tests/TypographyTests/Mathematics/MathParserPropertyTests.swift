import Testing

@testable import Typography

/// The parser, the writers and the typesetter take anything.
@Suite struct MathParserPropertyTests {
  /// A small linear congruential generator, so that a failure can be repeated from its seed.
  private struct Generator {
    var state: UInt64
    mutating func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private func process(_ tex: String, _ typesetter: MathTypesetter) -> Bool {
    let expression = TeXMathParser().parse(tex)
    let box = typesetter.layout(expression, style: .display)
    _ = typesetter.layoutBreakable(expression)
    _ = MathMLWriter.write(expression, isDisplay: true)
    _ = PlainMath.text(expression)
    _ = MathSpeech.describe(expression)
    let isInside = expression.problems.allSatisfy { $0.offset >= 0 && $0.offset + $0.length <= tex.utf8.count }
    return isInside && box.width.isFinite && box.height.isFinite && box.depth.isFinite
  }

  @Test func mutatedFormulasNeverCrash() throws {
    let typesetter = MathTypesetter(font: try #require(MathFont.standard), size: 10)
    let seed: UInt64 = 20_261_121
    var generator = Generator(state: seed)
    let interesting = Array("{}[]^_&$#%~\\'|()<>0aé∑ ".utf8)
    for round in 0..<400 {
      var bytes = Array(FormulaCorpus.formulas[generator.next(below: FormulaCorpus.formulas.count)].tex.utf8)
      for _ in 0...generator.next(below: 4) where !bytes.isEmpty {
        let place = generator.next(below: bytes.count)
        switch generator.next(below: 4) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(interesting[generator.next(below: interesting.count)], at: place)
        case 2: bytes[place] = UInt8(generator.next(below: 256))
        default: bytes.removeSubrange(place..<min(bytes.count, place + generator.next(below: 12)))
        }
      }
      let tex = String(decoding: bytes, as: UTF8.self)
      #expect(process(tex, typesetter), "seed \(seed), round \(round): \(tex)")
    }
  }

  /// Every command, environment, brace and script in any order: the parser ends, and what it gives can be laid out,
  /// written and spoken.
  @Test func tokenSoupNeverCrashes() throws {
    let typesetter = MathTypesetter(font: try #require(MathFont.standard), size: 10)
    let environments = MathEnvironment.table.keys.sorted().flatMap { ["\\begin{\($0)}", "\\end{\($0)}"] }
    let commands = TeXMathParser.commands.map { "\\\($0) " }
    let signs = ["{", "}", "[", "]", "^", "_", "'", "&", "\\\\", "$", "#1", "~", "@", "|", "(", ")", "x", "2", "=", "+", ",", " "]
    let seed: UInt64 = 7_041_776
    var generator = Generator(state: seed)
    for round in 0..<600 {
      var tex = ""
      for _ in 0..<(1 + generator.next(below: 30)) {
        switch generator.next(below: 8) {
        case 0: tex += environments[generator.next(below: environments.count)]
        case 1...3: tex += commands[generator.next(below: commands.count)]
        default: tex += signs[generator.next(below: signs.count)]
        }
      }
      #expect(process(tex, typesetter), "seed \(seed), round \(round): \(tex)")
    }
  }

  @Test func everyPrefixOfAFormulaParses() throws {
    let typesetter = MathTypesetter(font: try #require(MathFont.standard), size: 10)
    for formula in FormulaCorpus.formulas where formula.tex.contains("\\begin") || formula.tex.contains("\\left") {
      for count in stride(from: 0, to: formula.tex.count, by: 5) {
        let tex = String(formula.tex.prefix(count))
        #expect(process(tex, typesetter), "\(tex)")
      }
    }
  }

  @Test(arguments: [
    "{", "\\sqrt", "\\frac", "\\left(", "\\hat", "x^{", "\\begin{matrix}", "\\displaystyle ", "\\text{", "\\text{$",
    "\\mathbb", "\\large ", "\\set{", "\\Braket{", "\\begin{CD} @>", "\\mathchoice", "\\colorbox{red}{", "\\raisebox{1pt}{",
    "\\begin{array}{c}", "\\begin{array}{c}\\multicolumn{2}{c}{", "\\textcircled{", "\\ce{", "\\intertext{", "\\sideset{", "\\overset", "\\not", "\\color{red}", "\\over ", "\\boxed{", "\\substack{", "\\sqrt[", "\\rm ", "[",
  ])
  func deepNestingIsBounded(_ opener: String) throws {
    let tex = String(repeating: opener, count: 3000)
    let typesetter = MathTypesetter(font: try #require(MathFont.standard), size: 10)
    #expect(process(tex, typesetter))
    #expect(opener == "[" || !TeXMathParser().parse(tex).problems.isEmpty)
  }

  @Test func expansionIsBounded() {
    let bombs = [
      #"\def\a{\a\a}\a"#, #"\def\a{\b}\def\b{\a}\a"#, #"\def\a#1{\a{#1#1}}\a{xx}"#,
      #"\def\a{xxxxxxxxxx}\def\b{\a\a\a\a\a\a\a\a\a\a}\def\c{\b\b\b\b\b\b\b\b\b\b}\def\d{\c\c\c\c\c\c\c\c\c\c}\d\d\d\d\d"#,
      #"\let\a\b\let\b\a\a"#, #"\DeclarePairedDelimiter{\a}{\a}{\a}\a{x}"#,
      #"\def\a{\set{\a|\a}}\a"#,
    ]
    for bomb in bombs { #expect(!TeXMathParser().parse(bomb).problems.isEmpty, "\(bomb)") }
  }

  /// A formula of a megabyte, whatever it is made of, is read in one go.
  @Test(arguments: ["x", "x^2+", "{x}", "\\alpha ", "{", "}", "\\frac12", "$", "\\left(", "\\begin{matrix}", "\\end{matrix}", "^", "\\xyzzy ", "\\text{a}", "&", "\\\\"])
  func longFormulasAreRead(_ piece: String) {
    let tex = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    let expression = TeXMathParser().parse(tex)
    #expect(expression.problems.allSatisfy { $0.offset + $0.length <= tex.utf8.count })
    #expect(!expression.body.isEmpty || !expression.problems.isEmpty)
  }

  @Test func everySymbolCommandParsesToOneAtom() {
    for command in MathSymbolTable.commands {
      let expression = TeXMathParser().parse("\\\(command)")
      #expect(expression.problems.isEmpty, "\(command)")
      #expect(expression.body.count == 1, "\(command)")
    }
  }
}
