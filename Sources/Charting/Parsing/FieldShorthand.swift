/// `[aggregate(] [field] [)] [: Q|N|O]`, e.g. `mean(risk):Q`, `count()`; `\:` stands for a colon in a name.
struct FieldShorthand: Equatable {
  var field: String?
  var aggregate: String?
  var type: String?

  init?(_ text: String) {
    var parts: [[Character]] = [[]]
    var isEscaped = false
    for character in text {
      if isEscaped { parts[parts.count - 1].append(character); isEscaped = false; continue }
      if character == "\\" { isEscaped = true; continue }
      if character == ":" { parts.append([]) } else { parts[parts.count - 1].append(character) }
    }
    guard parts.count <= 2 else { return nil }
    if parts.count == 2 { type = Self.trimmed(parts[1]) }
    let body = Self.trimmed(parts[0])
    if body.hasSuffix(")"), let open = body.firstIndex(of: "(") {
      aggregate = String(body[..<open])
      let inner = Self.trimmed(Array(body[body.index(after: open)...].dropLast()))
      field = inner.isEmpty ? nil : inner
      if aggregate?.isEmpty ?? true { return nil }
    } else {
      if body.isEmpty { return nil }
      field = body
    }
  }

  private static func trimmed(_ text: [Character]) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
