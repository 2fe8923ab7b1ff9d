import Report

extension ContentWriter {
  /// A listing of the text, folded where its author says so.
  func listing(_ listing: CodeListing, _ html: inout HTMLBuffer) {
    guard listing.isFolded else { return code(listing, &html) }
    folded(CodeLanguage(named: listing.language).map { "Code (\($0.title))" } ?? "Code", &html) { code(listing, &$0) }
  }

  /// A listing in colours; the page's script gives it a button that copies.
  func code(_ listing: CodeListing, _ html: inout HTMLBuffer) {
    let text = listing.text.hasSuffix("\n") ? String(listing.text.dropLast()) : listing.text
    html.raw("<div class=\"listing\"><pre>")
    html.open("code", ["class": listing.language.isEmpty ? nil : "language-\(listing.language)"])
    for token in CodeHighlighter.tokens(of: CodeListing(language: listing.language, text: text)) {
      if let name = token.kind.className {
        html.element("span", ["class": name], text: token.text)
      } else {
        html.text(token.text)
      }
    }
    html.raw("</code></pre></div>")
  }

  /// The source of something computed: folded, or open where the front matter says `code-fold: false`.
  func source(_ summary: String, _ listing: CodeListing, _ html: inout HTMLBuffer) {
    if report.html.codeFold { folded(summary, as: "source", &html) { code(listing, &$0) } } else { code(listing, &html) }
  }
}

extension CodeToken.Kind {
  /// The class of its colour in the style sheet; nil for what has the colour of the text.
  var className: String? {
    switch self {
    case .plain: nil
    case .keyword: "k"
    case .type: "t"
    case .function: "f"
    case .string: "s"
    case .number: "n"
    case .comment: "m"
    case .property: "p"
    case .variable: "v"
    case .annotation: "a"
    }
  }
}
