import Diagnostics

/// A run of running text with its place.
package struct Inline: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case code(String)
    /// TeX between dollars; `isDisplay` for `$$…$$` inside a paragraph.
    case math(tex: String, isDisplay: Bool)
    case link(destination: String, title: String, content: [Inline])
    case image(path: String, alternativeText: String)
    /// `@fig-rates`, or `[-@fig-rates]` for the number alone.
    case reference(name: String, numberOnly: Bool)
    case citation(Citation)
    /// `` `{sql} SELECT … | .3f` ``: one value, with a format or nil.
    case query(sql: String, format: String?)
    case footnoteReference(name: String)
    case softBreak
    case lineBreak
    case html(String)
  }

  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// `[see @key, p. 4; @other]`, `@key` or `[-@key]`.
package struct Citation: Sendable, Hashable {
  package struct Item: Sendable, Hashable {
    package var key: String
    package var prefix: String
    package var locator: String
    /// `-@key`: without the authors.
    package var suppressesAuthor: Bool
    package var range: SourceRange

    package init(key: String, prefix: String = "", locator: String = "", suppressesAuthor: Bool = false, range: SourceRange) {
      self.key = key
      self.prefix = prefix
      self.locator = locator
      self.suppressesAuthor = suppressesAuthor
      self.range = range
    }
  }

  package var items: [Item]
  /// In running text, "Berthier et al. (2021)", rather than in brackets, "(Berthier et al., 2021)".
  package var isInText: Bool

  package init(items: [Item], isInText: Bool) {
    self.items = items
    self.isInText = isInText
  }
}
