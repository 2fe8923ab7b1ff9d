import Report

extension [ReportInline] {
  /// Without white space at the end, so that what is bound to the last word stays with it.
  var trimmedAtEnd: [ReportInline] {
    guard case .text(let text)? = last else { return self }
    let end = text.lastIndex { $0 != " " }
    return dropLast() + (end.map { [.text(String(text[...$0]))] } ?? [])
  }

  /// Without places to end a line in its plain text.
  var nonBreaking: [ReportInline] {
    map { if case .text(let text) = $0 { .text(text.nonBreaking) } else { $0 } }
  }
}
