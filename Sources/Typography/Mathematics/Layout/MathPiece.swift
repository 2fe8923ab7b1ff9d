/// A stretch of an inline formula that must stay on one line; a line may end after it.
package struct MathPiece: Sendable, Hashable {
  package var box: MathBox
  /// Space to the next piece, in points, which vanishes at the end of a line.
  package var spaceAfter: Double
  /// TeX's penalty for a break here: 500 after a relation or a comma with a wide space, 700 after a binary operator, 900
  /// after another comma, 0 at `\allowbreak`.
  package var penalty: Int
}
