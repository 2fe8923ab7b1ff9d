/// Splits listings into tokens for colouring.
///
/// The lexers know the shape of words, strings, numbers and comments, not grammar: code that does not compile is coloured
/// as well as code that does.
package enum CodeHighlighter {
  /// The tokens of a listing, in order; one plain token where the language is unknown.
  package static func tokens(of listing: CodeListing) -> [CodeToken] {
    tokens(of: listing.text, in: CodeLanguage(named: listing.language))
  }

  /// - Complexity: O(length of the code).
  package static func tokens(of code: String, in language: CodeLanguage?) -> [CodeToken] {
    switch language {
    case nil: code.isEmpty ? [] : [CodeToken(.plain, code)]
    case .yaml: YAMLLexer.tokens(of: code)
    case .shell: ShellLexer.tokens(of: code)
    case .swift: GrammarLexer.tokens(of: code, .swift)
    case .python: GrammarLexer.tokens(of: code, .python)
    case .sql: GrammarLexer.tokens(of: code, .sql)
    case .json: GrammarLexer.tokens(of: code, .json)
    }
  }
}
