import Diagnostics

/// Reads YAML 1.2 (core schema; JSON is a part of it) into nodes with exact places.
///
/// Left out on purpose: tags, several documents in one text, keys that are not scalars. Anchors and aliases work, within a bound.
package enum YAMLDocument {
  /// How deep collections may nest.
  package static let maximumDepth = 64
  /// How many nodes aliases may stand for in all.
  package static let maximumAliasedNodes = 100_000

  /// Reads a document.
  ///
  /// - Returns: the root, or nil when the text is empty or breaks the grammar; and what is to be said about it.
  ///   Mistakes that leave the structure clear, such as a key given twice, come with a root.
  /// - Complexity: O(bytes).
  package static func parse(_ text: YAMLText) -> (YAMLNode?, [Diagnostic]) {
    var reader = YAMLReader(text)
    return reader.read()
  }

  /// Reads a whole file.
  package static func parse(_ file: SourceFile) -> (YAMLNode?, [Diagnostic]) { parse(YAMLText(file)) }

  /// Reads whole lines of a file, 1-based.
  package static func parse(_ file: SourceFile, lines: Range<Int>) -> (YAMLNode?, [Diagnostic]) {
    parse(YAMLText(file: file, lines: lines))
  }
}
