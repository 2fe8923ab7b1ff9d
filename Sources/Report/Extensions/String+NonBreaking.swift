extension String {
  /// Its spaces made non-breaking, so that "Figure 2" stays together.
  var nonBreaking: String { String(map { $0 == " " ? "\u{A0}" : $0 }) }
}
