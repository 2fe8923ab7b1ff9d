/// One symbol of the math list.
package struct MathAtom: Sendable, Hashable {
  /// The plain character, before the alphabet is applied: `x`, `E`, `≤`.
  package var scalar: UInt32
  package var atomClass: MathClass
  /// The alphabet that the letter is taken from; `.plain` for everything that is no letter or digit.
  package var alphabet: MathAlphabet

  package init(_ scalar: UInt32, _ atomClass: MathClass, _ alphabet: MathAlphabet = .plain) {
    self.scalar = scalar
    self.atomClass = atomClass
    self.alphabet = alphabet
  }

  /// The character that is drawn: `x` in the italic alphabet is `𝑥`.
  package var drawnScalar: UInt32 { alphabet.scalar(for: scalar) }
}
