/// A token of TeX: a character, a command, a space or a macro's parameter.
struct MathToken: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case character(UInt32)
    /// Without its backslash; `\\` is the command `\`.
    case command(String)
    case space
    /// `#1` to `#9` in the body of a macro.
    case parameter(Int)
    case end
  }

  var kind: Kind
  /// Bytes of the source; of the macro's call for tokens out of its body.
  var range: Range<Int>

  func isCharacter(_ character: Unicode.Scalar) -> Bool { kind == .character(character.value) }

  /// The command's name, if it is one.
  var command: String? {
    if case .command(let name) = kind { return name }
    return nil
  }

  /// The token as it would be written.
  var text: String {
    switch kind {
    case .character(let value): Unicode.Scalar(value).map { String(Character($0)) } ?? "\u{FFFD}"
    case .command(let name): "\\" + name
    case .space: " "
    case .parameter(let number): "#\(number)"
    case .end: ""
    }
  }
}
