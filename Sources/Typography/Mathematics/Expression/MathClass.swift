/// The class of an atom, which decides the space around it (TeXbook, chapter 17).
package enum MathClass: Int, Sendable, Hashable, CaseIterable {
  case ordinary, operation, binary, relation, opening, closing, punctuation, inner
}
