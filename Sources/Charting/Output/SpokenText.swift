import Typography

/// Texts of charts as a screen reader says them.
package enum SpokenText {
  /// The text with its formulas, between dollars, in words: "Risk at $x_i^2$" is "Risk at x sub i squared".
  package static func words(_ text: String) -> String {
    let pieces = text.split(separator: "$", omittingEmptySubsequences: false)
    guard pieces.count > 2 else { return text }
    return pieces.enumerated().map { index, piece in
      // A last dollar without a partner is one.
      if index % 2 == 1, index == pieces.count - 1 { return "$" + piece }
      return index % 2 == 1 ? MathSpeech.describe(TeXMathParser(macros: [:]).parse(String(piece))) : String(piece)
    }.joined()
  }
}
