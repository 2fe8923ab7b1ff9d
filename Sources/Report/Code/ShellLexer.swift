/// Colours commands, options, variables, strings and comments of a POSIX shell.
enum ShellLexer {
  private static let keywords: Set<String> = [
    "if", "then", "else", "elif", "fi", "for", "while", "until", "do", "done", "case", "esac", "in", "function", "return", "export", "local",
  ]
  /// After these words a command follows.
  private static let openers: Set<String> = ["if", "then", "else", "elif", "while", "until", "do"]

  static func tokens(of code: String) -> [CodeToken] {
    var scanner = CodeScanner(code)
    var expectsCommand = true
    while let byte = scanner.current {
      let start = scanner.position
      switch byte {
      case UInt8(ascii: "#") where scanner.previous?.isBlank != false:
        scanner.advanceToEndOfLine()
        scanner.emit(.comment, from: start)
      case .apostrophe, .quote:
        string(byte, &scanner)
        scanner.emit(.string, from: start)
        expectsCommand = false
      case UInt8(ascii: "$"):
        variable(&scanner)
        scanner.emit(.variable, from: start)
        // A prompt, or the opening of a substitution.
        expectsCommand = scanner.position == start + 1 || scanner.previous == UInt8(ascii: "(")
      case UInt8(ascii: "\n"), UInt8(ascii: "|"), UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: "`"):
        scanner.advance()
        expectsCommand = true
      case UInt8(ascii: "\\"): scanner.advance(2)
      case let byte where isOfWord(byte): word(&scanner, &expectsCommand)
      default: scanner.advance()
      }
    }
    return scanner.finish()
  }

  private static func isOfWord(_ byte: UInt8) -> Bool { byte.isOfWord || "-./+:@%,~*?[]^".utf8.contains(byte) }

  private static func word(_ scanner: inout CodeScanner, _ expectsCommand: inout Bool) {
    let start = scanner.position
    scanner.advance(while: isOfWord)
    let word = scanner.text(from: start)
    if expectsCommand, scanner.current == UInt8(ascii: "="), word.utf8.allSatisfy(\.isOfWord) {
      scanner.emit(.variable, from: start)
      scanner.advance()
      scanner.advance { isOfWord($0) }
    } else if expectsCommand, keywords.contains(word) {
      scanner.emit(.keyword, from: start)
      expectsCommand = openers.contains(word)
    } else if expectsCommand {
      scanner.emit(.function, from: start)
      expectsCommand = false
    } else if word.hasPrefix("-"), scanner.byte(at: start - 1)?.isBlank == true {
      scanner.emit(.property, from: start)
    } else if keywords.contains(word), word == "in" {
      scanner.emit(.keyword, from: start)
    }
  }

  private static func string(_ quote: UInt8, _ scanner: inout CodeScanner) {
    scanner.advance()
    while let byte = scanner.current {
      scanner.advance(byte == .backslash && quote == .quote ? 2 : 1)
      if byte == quote { return }
    }
  }

  /// `$name`, `${name…}`, `$1`, `$(`, or a `$` alone.
  private static func variable(_ scanner: inout CodeScanner) {
    scanner.advance()
    guard let byte = scanner.current else { return }
    if byte == UInt8(ascii: "{") {
      scanner.advance { $0 != UInt8(ascii: "}") && $0 != .newline }
      if scanner.current == UInt8(ascii: "}") { scanner.advance() }
    } else if byte.isOfWord {
      scanner.advance(while: \.isOfWord)
    } else if byte == UInt8(ascii: "(") || "?#@*!$".utf8.contains(byte) {
      scanner.advance()
    }
  }
}
