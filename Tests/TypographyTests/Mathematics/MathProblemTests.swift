import Diagnostics
import Testing

@testable import Typography

@Suite struct MathProblemTests {
  struct Case: CustomTestStringConvertible {
    var tex: String
    /// Code, message and place of each problem.
    var problems: [String]
    var testDescription: String { tex }
  }

  static let cases = [
    Case(tex: #"a + \alpa"#, problems: [#"RP0801 4+5 unknown command '\alpa'; did you mean '\alpha'?"#]),
    Case(tex: #"\tr(A)"#, problems: [#"RP0801 0+3 unknown command '\tr'; did you mean '\tg'?"#]),
    Case(
      tex: #"\ce{H2O} + x"#,
      problems: [#"RP0812 0+3 '\ce' is left out of formulas; write chemical formulas with upright letters, as in '\mathrm{H_2O}'"#]),
    Case(
      tex: #"\includegraphics[height=1em]{a.png}"#,
      problems: [
        #"RP0812 0+16 '\includegraphics' is left out of formulas; an image stands in the text, as in '![what it shows](file.png)'"#
      ]),
    Case(
      tex: #"\textcircled{ab}"#,
      problems: [#"RP0809 12+4 expected a letter, a number up to 20 or a sign after '\textcircled', found 'ab'"#]),
    Case(
      tex: #"\multicolumn{2}{c}{x}"#,
      problems: [#"RP0810 0+12 '\multicolumn' cannot stand here; it belongs at the start of a cell"#]),
    Case(
      tex: #"\begin{array}{cc}\multicolumn{0}{c}{x}\end{array}"#,
      problems: [#"RP0809 29+3 expected the number of columns, from 1 to 100, after '\multicolumn', found '0'"#]),
    Case(tex: #"\xyzzyplugh"#, problems: [#"RP0801 0+11 unknown command '\xyzzyplugh'"#]),
    Case(tex: #"{a"#, problems: ["RP0802 0+1 '{' is never closed; expected '}'"]),
    Case(tex: #"a}b"#, problems: ["RP0802 1+1 '}' without a '{' before it"]),
    Case(
      tex: #"\sqrt[3 x"#,
      problems: [
        #"RP0803 0+5 '\sqrt' needs an argument; write '\sqrt{…}'"#,
        "RP0802 5+1 '[' is never closed; expected ']'",
      ]),
    Case(tex: #"\frac"#, problems: [#"RP0803 0+5 '\frac' needs an argument; write '\frac{…}'"#]),
    Case(tex: "x^", problems: ["RP0803 1+1 '^' needs something after it"]),
    Case(tex: "x^_2", problems: ["RP0803 1+1 '^' needs something after it"]),
    Case(tex: #"\left( a"#, problems: [#"RP0804 0+5 '\left' has no '\right'; write '\right.' for an empty one"#]),
    Case(tex: #"a \right)"#, problems: [#"RP0804 2+6 '\right' without a '\left' before it"#]),
    Case(
      tex: #"\left a \right)"#,
      problems: [
        #"RP0804 0+5 expected a delimiter such as '(' or '\|' after '\left', found 'a'"#
      ]),
    Case(
      tex: #"\big"#, problems: [#"RP0804 0+4 expected a delimiter such as '(' or '\|' after '\big', found the end"#]),
    Case(
      tex: #"\begin{algned} a \end{algned}"#,
      problems: [
        "RP0805 0+14 unknown environment 'algned'; did you mean 'aligned'?"
      ]),
    Case(
      tex: #"\begin{cases} a & b"#,
      problems: [
        #"RP0805 0+13 '\begin{cases}' is never closed; expected '\end{cases}'"#
      ]),
    Case(
      tex: #"\begin{cases} a \end{matrix}"#,
      problems: [
        #"RP0805 16+12 '\end{matrix}' where '\end{cases}' was expected"#
      ]),
    Case(tex: #"a \end{cases}"#, problems: [#"RP0805 2+11 '\end{cases}' without '\begin{cases}'"#]),
    Case(
      tex: #"\def\a{\a\a}\a"#,
      problems: [
        #"RP0806 12+2 the macro '\a' does not end: more than 1000 expansions in one formula"#
      ]),
    Case(
      tex: #"\newcommand{x}{y}"#,
      problems: [
        #"RP0806 0+11 '\newcommand' expects a command name and a body, as in '\newcommand{\name}[1]{… #1 …}'"#
      ]),
    Case(
      tex: "x^a^b",
      problems: ["RP0807 3+1 a second superscript on the same base; use braces to say which belongs to which"]),
    Case(
      tex: "x_a_b",
      problems: ["RP0807 3+1 a second subscript on the same base; use braces to say which belongs to which"]),
    Case(tex: #"\hspace{1foo}"#, problems: ["RP0809 7+6 expected a length such as '1em' or '3mu', found '1foo'"]),
    Case(tex: #"\textcolor{rde}{x}"#, problems: ["RP0809 10+5 unknown colour 'rde'; did you mean 'red'?"]),
    Case(
      tex: #"\begin{array}{lq} a \end{array}"#,
      problems: ["RP0809 13+4 unknown column 'q'; expected 'l', 'c', 'r', '|' or ':'"]),
    Case(
      tex: "a & b",
      problems: ["RP0810 2+1 '&' cannot stand here; it separates the columns of an environment such as aligned"]),
    Case(
      tex: #"x\limits"#,
      problems: [#"RP0810 1+7 '\limits' cannot stand here; it belongs after an operator such as '\sum'"#]),
    Case(
      tex: #"\text{a \alpha b}"#,
      problems: [
        #"RP0810 8+6 '\alpha' cannot stand here; mathematics in text stands between dollars"#
      ]),
    Case(
      tex: #"\char"ZZ"#,
      problems: [#"RP0809 0+5 expected the number of a character such as '"2203' after '\char', found '"'"#]),
    Case(
      tex: #"\begin{array}{cc} \cline{2} a & b \end{array}"#,
      problems: ["RP0809 24+3 expected a range of columns such as '1-2', found '2'"]),
    Case(
      tex: #"\begin{CD} A @>f B \end{CD}"#,
      problems: ["RP0802 14+1 '@>' is never closed; expected '>'", "RP0802 14+1 '@>' is never closed; expected '>'"]),
    Case(
      tex: #"\begin{CD} A @x B \end{CD}"#,
      problems: [
        "RP0810 13+2 '@x' is no arrow of a diagram; expected one of '@>>>', '@<<<', '@VVV', '@AAA', '@=', '@|', '@.'"
      ]),
    Case(
      tex: #"\DeclarePairedDelimiter{x}"#,
      problems: [
        #"RP0806 0+23 '\DeclarePairedDelimiter' expects a command name and two delimiters, as in '\DeclarePairedDelimiter{\norm}{\lVert}{\rVert}'"#
      ]),
    Case(tex: #"\frac{a}"#, problems: [#"RP0803 0+5 '\frac' needs a second argument; write '\frac{…}{…}'"#]),
    Case(
      tex: #"\newcommand{\f}[1]{#1 #2} \f{a}"#,
      problems: [#"RP0806 22+1 '#2' in the body of '\f', which has 1 parameter"#]),
    Case(tex: #"\def\f#2{x}"#, problems: [#"RP0806 6+2 the parameters of '\def' are '#1', '#2', … in this order"#]),
    Case(tex: #"\def\f(#1){x} \f(a"#, problems: [#"RP0803 14+2 '\f' expects ')', as its '\def' says"#]),
    Case(tex: #"\def\f(#1){x} \f a"#, problems: [#"RP0803 14+2 '\f' expects '(', as its '\def' says"#]),
    Case(
      tex: #"\href{javascript:a}{x}"#,
      problems: [
        #"RP0809 5+14 expected an address that begins with 'https:', 'http:', 'mailto:' or '#', found 'javascript:a'"#
      ]),
    Case(tex: "a $ b", problems: ["RP0810 2+1 '$' cannot stand here; this is mathematics already"]),
  ]

  @Test(arguments: cases) func texts(_ sample: Case) {
    let found = TeXMathParser().parse(sample.tex).problems.map { "\($0.code) \($0.offset)+\($0.length) \($0.message)" }
    #expect(found == sample.problems)
  }

  @Test func referencesShowNumbers() {
    let numbers = ["eq-loss": "3"]
    let found = TeXMathParser().parse(#"\eqref{eq-loss}, \ref{eq-loss}"#) { label in
      numbers[label].map { MathReference(number: $0) }
    }
    #expect(found.problems.isEmpty)
    #expect(PlainMath.text(found) == "(3), 3")
    let missing = TeXMathParser().parse(#"\eqref{eq-x}"#) { numbers[$0].map { MathReference(number: $0) } }
    #expect(missing.problems.map(\.message) == ["no equation has the label 'eq-x'"])
    #expect(missing.problems.first?.code == "RP0811")
    #expect(PlainMath.text(TeXMathParser().parse(#"\eqref{eq-x}"#)) == "(eq-x)")
  }

  @Test func referencesLead() throws {
    let found = TeXMathParser().parse(#"a \eqref{eq-loss}"#) { _ in MathReference(number: "3", anchor: "eq-loss") }
    #expect(MathMLWriter.write(found, isDisplay: false).markup.contains(##"<mtext><a href="#eq-loss">(3)</a></mtext>"##))
    let box = MathTypesetter(font: try #require(MathFont.standard), size: 10).layout(found)
    #expect(box.elements.map(\.link) == [nil] + Array(repeating: .anchor("eq-loss"), count: 3))
  }

  @Test func unknownNamesMayBeFunctions() {
    let notes = TeXMathParser().parse(#"\xyzzyplugh"#).problems.flatMap(\.notes)
    #expect(notes == [#"for a name in upright letters write '\operatorname{xyzzyplugh}'"#])
  }

  @Test func offsetsCountBytes() {
    let problem = TeXMathParser().parse("αβ + \\foox").problems.first
    #expect(problem?.offset == 7)
  }

  @Test func problemsInMacrosStandAtTheCall() {
    let problems = TeXMathParser(macros: ["\\bad": "\\fooo x"]).parse("a + \\bad").problems
    #expect(problems.map(\.offset) == [4])
    #expect(problems.map(\.length) == [4])
  }

  @Test func diagnosticsCarryTheRangeOfTheFile() {
    let file = SourceFile(path: "a.md", text: "text $x + \\alpa$ more")
    let problem = TeXMathParser().parse("x + \\alpa").problems[0]
    let diagnostic = problem.diagnostic { file.range(from: 6 + $0.lowerBound, to: 6 + $0.upperBound) }
    #expect(diagnostic.code == "RP0801")
    #expect(diagnostic.range?.start == SourcePosition(line: 1, column: 11))
    #expect(diagnostic.range?.end == SourcePosition(line: 1, column: 16))
  }
}
