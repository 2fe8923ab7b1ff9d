extension String {
  /// Without places to end a line.
  var bound: String { replacing(" ", with: "\u{A0}") }
}
