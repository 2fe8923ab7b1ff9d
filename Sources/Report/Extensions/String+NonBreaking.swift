extension String {
  /// Its spaces made non-breaking, so that "Figure 2" stays together.
  package var nonBreaking: String { replacing(" ", with: "\u{A0}") }
}
