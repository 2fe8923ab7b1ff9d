/// Cuts TeX into tokens; any bytes are valid input.
enum TeXLexer {
  /// The tokens of a source, without comments, runs of white space as one space token.
  /// - Parameter asBody: whether `#1` is a parameter, as it is in the body of a macro.
  static func tokens(of source: String, asBody: Bool = false) -> [MathToken] {
    var result: [MathToken] = []
    result.reserveCapacity(source.utf8.count)
    let scalars = source.unicodeScalars
    var index = scalars.startIndex
    var offset = 0
    /// Steps over one scalar.
    func advance() {
      offset += UTF8.width(scalars[index])
      index = scalars.index(after: index)
    }
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let start = offset
      advance()
      switch scalar {
      case "\\":
        result.append(command(after: start))
      case "%":
        while index < scalars.endIndex, scalars[index] != "\n" { advance() }
        while index < scalars.endIndex, isSpace(scalars[index]) { advance() }
      case _ where isSpace(scalar):
        while index < scalars.endIndex, isSpace(scalars[index]) { advance() }
        result.append(MathToken(kind: .space, range: start..<offset))
      case "#" where asBody && index < scalars.endIndex && ("1"..."9").contains(scalars[index]):
        let number = Int(scalars[index].value - 0x30)
        advance()
        result.append(MathToken(kind: .parameter(number), range: start..<offset))
      default:
        result.append(MathToken(kind: .character(scalar.value), range: start..<offset))
      }
    }
    return result

    /// The command whose backslash was just read; a word swallows the space after it.
    func command(after start: Int) -> MathToken {
      guard index < scalars.endIndex else { return MathToken(kind: .command(""), range: start..<offset) }
      if !isLetter(scalars[index]) {
        let sign = isSpace(scalars[index]) ? " " : String(Character(scalars[index]))
        advance()
        return MathToken(kind: .command(sign), range: start..<offset)
      }
      var name = String.UnicodeScalarView()
      while index < scalars.endIndex, isLetter(scalars[index]) {
        name.append(scalars[index])
        advance()
      }
      let end = offset
      while index < scalars.endIndex, isSpace(scalars[index]) { advance() }
      return MathToken(kind: .command(String(name)), range: start..<end)
    }
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r"
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
