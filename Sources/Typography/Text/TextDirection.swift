import CFriBidi

/// The direction that a text runs in.
package enum TextDirection: Sendable, Hashable {
  case leftToRight, rightToLeft

  /// The direction of the first letter that has one (Unicode Standard Annex 9, P2 and P3); nil where there is none.
  package init?(of text: String) {
    guard let direction = EmbeddingLevels.firstDirection(of: text.unicodeScalars.map(\.value)) else { return nil }
    self = direction
  }

  /// The direction of most letters of several texts, one vote each; nil where none has a direction.
  package init?(ofMost texts: some Sequence<String>) {
    var balance = 0
    var isEmpty = true
    for text in texts {
      guard let direction = TextDirection(of: text) else { continue }
      isEmpty = false
      balance += direction == .rightToLeft ? 1 : -1
    }
    if isEmpty { return nil }
    self = balance > 0 ? .rightToLeft : .leftToRight
  }
}
