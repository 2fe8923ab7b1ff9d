import Report

extension ContentWriter {
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

  /// The source of something computed: folded, open or left out, as the front matter says.
  func source(_ summary: String, _ listing: CodeListing, _ html: inout HTMLBuffer) {
    guard report.html.codeFold else { return }
    folded(summary, &html) { code(listing, &$0) }
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
