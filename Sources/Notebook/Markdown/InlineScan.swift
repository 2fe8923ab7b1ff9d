import CCmarkGFM

/// Mathematics between dollars and citation keys, found while cmark-gfm reads running text.
///
/// Nodes of the parser's own "code" type are made, as only those may stand everywhere (table cells drop custom ones);
/// what they are, and where, is packed into the user data, which the parser does not touch.
final class InlineScan {
  enum Kind: UInt { case math = 1, displayMath, key, unclosedDisplay, unclosedMath, spacedMath }

  /// Where a search for a closing dollar failed: no opening before `end` in the same block can succeed.
  private var failedSingle: (parent: OpaquePointer?, end: Int32) = (nil, 0)
  private var failedDouble: (parent: OpaquePointer?, end: Int32) = (nil, 0)

  /// The kind, line and column packed into a node, if it is one of ours.
  static func unpack(_ node: OpaquePointer) -> (kind: Kind, line: Int, column: Int)? {
    let data = UInt(bitPattern: cmark_node_get_user_data(node))
    guard data != 0, let kind = Kind(rawValue: data & 7) else { return nil }
    return (kind, Int(data >> 35), Int(data >> 3 & 0xFFFF_FFFF))
  }

  /// An extension that calls this object, which must outlive it.
  func makeExtension() -> OpaquePointer? {
    guard let made = cmark_syntax_extension_new("reprise-inlines") else { return nil }
    let memory = cmark_get_default_mem_allocator()
    var special: UnsafeMutablePointer<cmark_llist>?
    for character in "$@".utf8 { special = cmark_llist_append(memory, special, UnsafeMutableRawPointer(bitPattern: Int(character))) }
    cmark_syntax_extension_set_special_inline_chars(made, special)
    cmark_syntax_extension_set_private(made, Unmanaged.passUnretained(self).toOpaque(), nil)
    cmark_syntax_extension_set_match_inline_func(made) { made, _, parent, character, inlines in
      guard let inlines, let made, let state = cmark_syntax_extension_get_private(made) else { return nil }
      let scan = Unmanaged<InlineScan>.fromOpaque(state).takeUnretainedValue()
      // The parser asks at every special character of any extension, and at the start of a text.
      switch character {
      case UInt8(ascii: "$"): return scan.matchMath(inlines, parent)
      case UInt8(ascii: "@"): return scan.matchKey(inlines)
      default: return nil
      }
    }
    return made
  }

  // MARK: Mathematics

  /// By pandoc's rule: no space after the opening dollar, none before the closing one, and no digit after that.
  private func matchMath(_ inlines: OpaquePointer, _ parent: OpaquePointer?) -> OpaquePointer? {
    let start = cmark_inline_parser_get_offset(inlines)
    let isDouble = cmark_inline_parser_peek_at(inlines, start + 1) == UInt8(ascii: "$")
    let open = start + (isDouble ? 2 : 1)
    let failed = isDouble ? failedDouble : failedSingle
    let hopeless = failed.parent == parent && start < failed.end
    let close = hopeless ? nil : isDouble ? closeOfDouble(inlines, open, parent) : closeOfSingle(inlines, open, parent)
    guard let close else {
      guard let kind = isDouble ? .unclosedDisplay : suspicion(inlines, open) else { return nil }
      let node = makeNode(kind, Array("$$".utf8.prefix(isDouble ? 2 : 1)), inlines)
      cmark_inline_parser_set_offset(inlines, open)
      return node
    }
    var tex: [UInt8] = []
    tex.reserveCapacity(Int(close - open))
    for offset in open..<close { tex.append(cmark_inline_parser_peek_at(inlines, offset)) }
    let node = makeNode(isDouble ? .displayMath : .math, tex, inlines)
    cmark_inline_parser_set_offset(inlines, close + (isDouble ? 2 : 1))
    return node
  }

  /// How far to look for the end of words that may never be closed.
  private static let longestWords: Int32 = 4000

  /// What a dollar that opens no formula may have been meant for: a letter or a command after it begins one that is not
  /// closed, a space one that the author set apart from its dollars.
  private func suspicion(_ inlines: OpaquePointer, _ open: Int32) -> Kind? {
    let before = open >= 2 ? cmark_inline_parser_peek_at(inlines, open - 2) : 0x20
    let first = cmark_inline_parser_peek_at(inlines, open)
    guard !isWord(before), before != UInt8(ascii: "$"), before != UInt8(ascii: "\\") else { return nil }
    if first == UInt8(ascii: "\\") || (first | 0x20) >= 0x61 && (first | 0x20) <= 0x7A { return .unclosedMath }
    guard first == 0x20 else { return nil }
    var looksLikeFormula = false
    for offset in open..<open + 200 {
      switch cmark_inline_parser_peek_at(inlines, offset) {
      case 0, UInt8(ascii: "`"), 0x0A: return nil
      case UInt8(ascii: "^"), UInt8(ascii: "_"), UInt8(ascii: "\\"), UInt8(ascii: "="): looksLikeFormula = true
      case UInt8(ascii: "$"): return looksLikeFormula ? .spacedMath : nil
      default: break
      }
    }
    return nil
  }

  private func closeOfSingle(_ inlines: OpaquePointer, _ open: Int32, _ parent: OpaquePointer?) -> Int32? {
    let first = cmark_inline_parser_peek_at(inlines, open)
    guard first != 0, first != 0x20, first != 0x0A, first != 0x09 else { return nil }
    var offset = open
    // The first dollar that may end the formula, though it stands among words: `\text{if $x$}` holds another formula.
    var amongWords: Int32?
    var depth = 0
    while true {
      let byte = cmark_inline_parser_peek_at(inlines, offset)
      let isFar = amongWords != nil && offset - open > Self.longestWords
      if byte == 0 || byte == UInt8(ascii: "`") || isFar {
        if amongWords == nil { failedSingle = (parent, offset) }
        return amongWords
      }
      if byte == UInt8(ascii: "\\"), cmark_inline_parser_peek_at(inlines, offset + 1) != 0 {
        offset += 2
        continue
      }
      if byte == UInt8(ascii: "{"), depth > 0 || opensWords(inlines, offset) { depth += 1 }
      if byte == UInt8(ascii: "}"), depth > 0 { depth -= 1 }
      if byte == UInt8(ascii: "$") {
        let before = cmark_inline_parser_peek_at(inlines, offset - 1)
        let after = cmark_inline_parser_peek_at(inlines, offset + 1)
        let isSpaced = before == 0x20 || before == 0x0A || before == 0x09
        if !isSpaced, !(after >= 0x30 && after <= 0x39), offset > open {
          if depth == 0 { return offset }
          amongWords = amongWords ?? offset
        }
      }
      offset += 1
    }
  }

  /// Whether a brace follows a command whose argument is words: `\text`, `\textbf`, `\mbox`.
  private func opensWords(_ inlines: OpaquePointer, _ brace: Int32) -> Bool {
    var name: [UInt8] = []
    var offset = brace - 1
    while offset >= 0, name.count < 12, case let byte = cmark_inline_parser_peek_at(inlines, offset),
      (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    {
      name.append(byte)
      offset -= 1
    }
    guard offset >= 0, cmark_inline_parser_peek_at(inlines, offset) == UInt8(ascii: "\\") else { return false }
    return name.reversed().starts(with: "text".utf8) || name.count == 4 && name.starts(with: "xob".utf8)
  }

  private func closeOfDouble(_ inlines: OpaquePointer, _ open: Int32, _ parent: OpaquePointer?) -> Int32? {
    var offset = open
    while true {
      let byte = cmark_inline_parser_peek_at(inlines, offset)
      if byte == 0 {
        failedDouble = (parent, offset)
        return nil
      }
      let next = cmark_inline_parser_peek_at(inlines, offset + 1)
      if byte == UInt8(ascii: "\\"), next != 0 {
        offset += 2
        continue
      }
      if byte == UInt8(ascii: "$"), next == UInt8(ascii: "$"), offset > open { return offset }
      offset += 1
    }
  }

  // MARK: Keys

  /// `@key`, unless a word runs up to the `@`, as in an address.
  private func matchKey(_ inlines: OpaquePointer) -> OpaquePointer? {
    let start = cmark_inline_parser_get_offset(inlines)
    if start > 0 {
      let before = cmark_inline_parser_peek_at(inlines, start - 1)
      if isWord(before) || before == UInt8(ascii: "@") || before == UInt8(ascii: ".") || before == UInt8(ascii: "/") { return nil }
    }
    var key: [UInt8] = []
    var offset = start + 1
    while true {
      let byte = cmark_inline_parser_peek_at(inlines, offset)
      let continues = isWord(byte) || (!key.isEmpty && isJoint(byte) && isWord(cmark_inline_parser_peek_at(inlines, offset + 1)))
      guard continues else { break }
      key.append(byte)
      offset += 1
    }
    guard !key.isEmpty else { return nil }
    let node = makeNode(.key, key, inlines)
    cmark_inline_parser_set_offset(inlines, offset)
    return node
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A) || byte == UInt8(ascii: "_") || byte >= 0x80
  }

  /// Punctuation that may stand inside a key, but not at its end.
  private func isJoint(_ byte: UInt8) -> Bool { ":.#%&-+?~/".utf8.contains(byte) }

  private func makeNode(_ kind: Kind, _ literal: [UInt8], _ inlines: OpaquePointer) -> OpaquePointer? {
    guard let node = cmark_node_new_with_mem(CMARK_NODE_CODE, cmark_get_default_mem_allocator()) else { return nil }
    (literal + [0]).withUnsafeBytes { _ = cmark_node_set_literal(node, $0.baseAddress?.assumingMemoryBound(to: CChar.self)) }
    let line = UInt(max(cmark_inline_parser_get_line(inlines), 0))
    let column = UInt(max(cmark_inline_parser_get_column(inlines), 0))
    cmark_node_set_user_data(node, UnsafeMutableRawPointer(bitPattern: line << 35 | column << 3 | kind.rawValue))
    return node
  }
}
