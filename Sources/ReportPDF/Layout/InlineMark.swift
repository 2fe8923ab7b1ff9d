import Graphics

/// What a piece of a paragraph is besides its glyphs.
struct InlineMark: Hashable {
  var color: Theme.RGB
  var tag = InlineMark.plain
  var link: LinkTarget?
  var isStruck = false
  /// An anchor that the piece itself is.
  var destination: String?
  /// The footnote that the piece calls for.
  var footnote: Int?

  /// The tag of running text, which is content of its paragraph.
  static let plain = "Span"
}
