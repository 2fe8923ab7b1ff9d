/// Commands of LaTeX packages that are no mathematics: their arguments are taken, and the author is told what to write.
enum LeftOutCommands {
  static let commands: [String: MathCommand] = advice.mapValues { entry in
    { parser, token in
      var source = token.text
      while parser.stream.peek().isCharacter("["), let option = parser.stream.bracketed() {
        source += "[" + option.map(\.text).joined() + "]"
      }
      for _ in 0..<entry.arguments where parser.stream.peek().isCharacter("{") {
        source += "{" + (parser.parseTextArgument(of: token)?.text ?? "") + "}"
      }
      parser.report(MathDiagnostics.leftOut(token.text, entry.words, at: token.range))
      return .error(source)
    }
  }

  private static let advice: [String: (arguments: Int, words: String)] = [
    "ce": (1, "write chemical formulas with upright letters, as in '\\mathrm{H_2O}'"),
    "pu": (1, "write units with upright letters, as in '123\\,\\mathrm{kJ}'"),
    "SI": (2, "write units with upright letters, as in '123\\,\\mathrm{kJ}'"),
    "si": (1, "write units with upright letters, as in '\\mathrm{kJ}'"),
    "includegraphics": (1, "an image stands in the text, as in '![what it shows](file.png)'"),
    "rotatebox": (2, "write what it turns as it is"),
    "cite": (1, "cite in the text, as in '[@key]'"),
    "footnote": (1, "the mark stands in the text, as in '[^note]'"),
    "bordermatrix": (1, "write a 'pmatrix' and name its rows and columns in the text"),
  ]
}
