import Diagnostics

/// A parsed notebook: everything its author wrote, typed, each node with its place.
///
/// Parsing always yields a notebook; what was wrong is in `diagnostics`, and the nodes concerned say so by what they lack.
package struct Notebook: Sendable {
  /// The file it was parsed from; `source.path` is what messages show.
  package var source: SourceFile
  package var frontMatter: FrontMatter
  package var blocks: [Block]
  /// Footnotes in the order of their first reference.
  package var footnotes: [Footnote]
  package var diagnostics: [Diagnostic]

  package init(
    source: SourceFile, frontMatter: FrontMatter, blocks: [Block], footnotes: [Footnote], diagnostics: [Diagnostic]
  ) {
    self.source = source
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.footnotes = footnotes
    self.diagnostics = diagnostics
  }
}
