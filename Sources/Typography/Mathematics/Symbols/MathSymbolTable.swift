/// What a command or a character stands for when it is one symbol.
package struct MathSymbol: Sendable, Hashable {
  package var scalar: UInt32
  package var atomClass: MathClass
  /// The alphabet it takes when no font command is in force.
  package var alphabet: MathAlphabet = .plain
  package var isBigOperator = false
  /// Integrals keep their limits at the side.
  package var hasSideLimits = false
}

/// The symbols of TeX, LaTeX and amssymb by command, and of Unicode by character.
package enum MathSymbolTable {
  /// The symbol of a command, named without its backslash.
  package static func symbol(command: String) -> MathSymbol? { byCommand[command] }

  /// The symbol of a character that is typed as itself.
  package static func symbol(scalar: UInt32) -> MathSymbol? { byScalar[scalar] }

  /// The character a delimiter command stands for: `lfloor`, `|`, `{`.
  package static func delimiter(command: String) -> UInt32? { delimiters[command] }

  /// Every command that is a symbol, in alphabetical order.
  package static var commands: [String] { byCommand.keys.sorted() }

  private static let byCommand: [String: MathSymbol] = {
    var table: [String: MathSymbol] = [:]
    table.reserveCapacity(700)
    for family in families {
      for (name, scalar) in pairs(family.data) { table[name] = family.symbol(scalar) }
    }
    return table
  }()

  private static let byScalar: [UInt32: MathSymbol] = {
    var table: [UInt32: MathSymbol] = [:]
    table.reserveCapacity(700)
    for family in families {
      for (_, scalar) in pairs(family.data) where table[scalar] == nil { table[scalar] = family.symbol(scalar) }
    }
    for (characters, symbol) in typed {
      for character in characters.unicodeScalars { table[character.value] = symbol(character.value) }
    }
    return table
  }()

  private static let delimiters: [String: UInt32] =
    Dictionary(pairs(delimiterCommands), uniquingKeysWith: { first, _ in first })

  private struct Family {
    var data: String
    var symbol: (UInt32) -> MathSymbol
  }

  private static var families: [Family] {
    [
      Family(data: lowercaseGreek) { MathSymbol(scalar: $0, atomClass: .ordinary, alphabet: .italic) },
      Family(data: uprightGreek) { MathSymbol(scalar: $0, atomClass: .ordinary, alphabet: .roman) },
      Family(data: uppercaseGreek) { MathSymbol(scalar: $0, atomClass: .ordinary, alphabet: .roman) },
      Family(data: slantedGreek) { MathSymbol(scalar: $0, atomClass: .ordinary, alphabet: .italic) },
      Family(data: ordinary) { MathSymbol(scalar: $0, atomClass: .ordinary) },
      Family(data: binary) { MathSymbol(scalar: $0, atomClass: .binary) },
      Family(data: relations) { MathSymbol(scalar: $0, atomClass: .relation) },
      Family(data: negatedRelations) { MathSymbol(scalar: $0, atomClass: .relation) },
      Family(data: arrows) { MathSymbol(scalar: $0, atomClass: .relation) },
      Family(data: opening) { MathSymbol(scalar: $0, atomClass: .opening) },
      Family(data: closing) { MathSymbol(scalar: $0, atomClass: .closing) },
      Family(data: punctuation) { MathSymbol(scalar: $0, atomClass: .punctuation) },
      Family(data: inner) { MathSymbol(scalar: $0, atomClass: .inner) },
      Family(data: sums) { MathSymbol(scalar: $0, atomClass: .operation, isBigOperator: true) },
      Family(data: integrals) {
        MathSymbol(scalar: $0, atomClass: .operation, isBigOperator: true, hasSideLimits: true)
      },
      Family(data: "intop ∫") { MathSymbol(scalar: $0, atomClass: .operation, isBigOperator: true) },
    ]
  }

  /// Characters of the keyboard, whose meaning in mathematics differs from their Unicode name.
  private static var typed: [(String, (UInt32) -> MathSymbol)] {
    [
      ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", { letter($0, .italic) }),
      ("0123456789", { letter($0, .roman) }),
      ("-−", { _ in MathSymbol(scalar: 0x2212, atomClass: .binary) }),
      ("*", { _ in MathSymbol(scalar: 0x2217, atomClass: .binary) }),
      ("+", { MathSymbol(scalar: $0, atomClass: .binary) }),
      ("=<>:", { MathSymbol(scalar: $0, atomClass: .relation) }),
      ("([", { MathSymbol(scalar: $0, atomClass: .opening) }),
      (")]!?", { MathSymbol(scalar: $0, atomClass: .closing) }),
      (",;", { MathSymbol(scalar: $0, atomClass: .punctuation) }),
      ("./@\"|‖", { MathSymbol(scalar: $0, atomClass: .ordinary) }),
    ]
  }

  private static func letter(_ scalar: UInt32, _ alphabet: MathAlphabet) -> MathSymbol {
    MathSymbol(scalar: scalar, atomClass: .ordinary, alphabet: alphabet)
  }

  /// Reads `name character name character …`; a character may be written `U+XXXX`.
  static func pairs(_ data: String) -> [(String, UInt32)] {
    var result: [(String, UInt32)] = []
    var name: Substring.UTF8View?
    for word in data.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      guard let key = name else {
        name = word
        continue
      }
      result.append((String(decoding: key, as: UTF8.self), scalar(word)))
      name = nil
    }
    return result
  }

  private static func scalar(_ word: Substring.UTF8View) -> UInt32 {
    if word.count > 2, word.first == UInt8(ascii: "U"), word.dropFirst().first == UInt8(ascii: "+") {
      return UInt32(Substring(word.dropFirst(2)), radix: 16) ?? 0xFFFD
    }
    return Substring(word).unicodeScalars.first?.value ?? 0xFFFD
  }
}
