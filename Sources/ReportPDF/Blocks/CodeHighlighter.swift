import Graphics

/// Splits a line of code into words for colouring; light, line by line, and never wrong enough to mislead.
enum CodeHighlighter {
  enum Kind {
    case plain, keyword, string, comment, number, continuation

    var color: Theme.RGB {
      switch self {
      case .plain: Palette.ink
      case .keyword: Palette.keyword
      case .string: Palette.string
      case .comment, .continuation: Palette.comment
      case .number: Palette.number
      }
    }
  }

  struct Token {
    var text: String
    var kind: Kind
  }

  static func tokens(of line: String, language: String) -> [Token] {
    guard let grammar = Grammar.of(language) else { return line.isEmpty ? [] : [Token(text: line, kind: .plain)] }
    var scanner = Scanner(rest: Substring(line), grammar: grammar)
    return scanner.tokens()
  }

  /// Cuts a line at a number of columns; what follows a cut begins with a mark.
  static func wrapped(_ tokens: [Token], columns: Int) -> [[Token]] {
    var rows: [[Token]] = [[]]
    var used = 0
    for token in tokens {
      var rest = Substring(token.text)
      while !rest.isEmpty {
        if used >= columns {
          rows.append([Token(text: "↳ ", kind: .continuation)])
          used = 2
        }
        let piece = Self.cut(rest, at: columns - used)
        guard !piece.isEmpty else {
          used = columns
          continue
        }
        rows[rows.count - 1].append(Token(text: String(piece), kind: token.kind))
        rest = rest.dropFirst(piece.count)
        // What follows a cut goes to the next row.
        used = rest.isEmpty ? used + piece.count : columns
      }
    }
    return rows
  }

  /// As much as fits, up to a space where one is near the end.
  private static func cut(_ text: Substring, at columns: Int) -> Substring {
    let piece = text.prefix(columns)
    guard piece.endIndex < text.endIndex, let space = piece.suffix(24).lastIndex(of: " ") else { return piece }
    return piece[...space]
  }

  private struct Grammar {
    var comments: [String]
    var keywords: Set<String>
    var ignoresCase = false
    /// A word before a colon at the start of a line is a key.
    var hasKeys = false

    static func of(_ language: String) -> Grammar? {
      switch language {
      case "yaml", "yml", "{experiment}", "{chart}", "{claim}": Grammar(comments: ["#"], keywords: ["true", "false", "null"], hasKeys: true)
      case "sql", "{sql}": Grammar(comments: ["--"], keywords: sql, ignoresCase: true)
      case "swift", "{swift}": Grammar(comments: ["//"], keywords: swift)
      case "python", "py": Grammar(comments: ["#"], keywords: python)
      case "sh", "bash", "shell", "console": Grammar(comments: ["#"], keywords: shell)
      default: nil
      }
    }

    static let sql: Set<String> = [
      "select", "from", "where", "group", "by", "order", "having", "join", "left", "inner", "on", "as", "and", "or", "not",
      "with", "union", "all", "distinct", "case", "when", "then", "else", "end", "limit", "desc", "asc", "between", "in",
      "is", "null", "over", "partition", "using", "cross", "values", "like", "exists",
    ]
    static let swift: Set<String> = [
      "let", "var", "func", "struct", "enum", "class", "import", "return", "if", "else", "for", "in", "while", "guard",
      "switch", "case", "default", "public", "package", "private", "static", "extension", "protocol", "init", "self",
      "throws", "try", "await", "async", "true", "false", "nil", "mutating", "some", "any", "where",
    ]
    static let python: Set<String> = [
      "def", "return", "import", "from", "as", "for", "in", "if", "elif", "else", "while", "class", "with", "lambda",
      "True", "False", "None", "and", "or", "not", "yield", "try", "except", "raise", "pass",
    ]
    static let shell: Set<String> = ["if", "then", "else", "fi", "for", "do", "done", "while", "case", "esac", "export", "function", "in"]
  }

  private struct Scanner {
    var rest: Substring
    let grammar: Grammar
    var found: [Token] = []
    var isAtStart = true

    init(rest: Substring, grammar: Grammar) {
      self.rest = rest
      self.grammar = grammar
    }

    mutating func tokens() -> [Token] {
      while let first = rest.first {
        if grammar.comments.contains(where: { rest.hasPrefix($0) }) && (found.isEmpty || found.last?.text.last == " ") {
          take(rest.count, .comment)
        } else if first == "\"" || first == "'" {
          takeString(first)
        } else if first.isNumber {
          take(rest.prefix { $0.isNumber || $0 == "." || $0 == "e" || $0 == "_" }.count, .number)
        } else if first.isLetter || first == "_" {
          takeWord()
        } else {
          take(rest.prefix { !$0.isLetter && !$0.isNumber && !"\"'_#-/".contains($0) }.count, .plain)
        }
      }
      return found
    }

    private mutating func takeString(_ quote: Character) {
      let body = rest.dropFirst().prefix { $0 != quote }
      let isClosed = body.endIndex < rest.endIndex
      take(isClosed ? body.count + 2 : 1, isClosed ? .string : .plain)
    }

    private mutating func takeWord() {
      let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" && grammar.hasKeys }
      let isKey = grammar.hasKeys && rest.dropFirst(word.count).first == ":"
      let name = grammar.ignoresCase ? word.lowercased() : String(word)
      take(word.count, isKey || grammar.keywords.contains(name) ? .keyword : .plain)
    }

    private mutating func take(_ count: Int, _ kind: Kind) {
      let text = String(rest.prefix(max(1, count)))
      rest = rest.dropFirst(max(1, count))
      if let last = found.indices.last, found[last].kind == kind {
        found[last].text += text
      } else {
        found.append(Token(text: text, kind: kind))
      }
    }
  }
}
