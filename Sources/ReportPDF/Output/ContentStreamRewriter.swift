/// Rewrites the content of a page: what stands outside the structure is marked as an artifact, and ligatures lose the
/// marks that spell them out, which `LigatureMaps` does once for each face.
///
/// A screen reader skips artifacts; PDF/UA-1 (7.1) wants all content to be either tagged or one of them.
struct ContentStreamRewriter {
  private let input: [UInt8]
  private var output: [UInt8] = []
  private var position = 0
  /// Start of what has been read and not yet copied.
  private var pending = 0
  /// Marked content that is open, true for marks that are kept.
  private var marks: [Bool] = []
  private var isInArtifact = false

  init(_ input: [UInt8]) { self.input = input }

  /// - Complexity: O(bytes).
  static func rewritten(_ content: [UInt8]) -> [UInt8] {
    var rewriter = ContentStreamRewriter(content)
    return rewriter.run()
  }

  private mutating func run() -> [UInt8] {
    output.reserveCapacity(input.count + input.count / 8 + 64)
    while let range = nextOperator() {
      switch input[range.lowerBound] {
      case UInt8(ascii: "B") where isNamed(range, "BDC") || isNamed(range, "BMC"): beginMark(range)
      case UInt8(ascii: "E") where isNamed(range, "EMC"): endMark(range)
      default:
        if marks.isEmpty && !isInArtifact && !isState(range) { openArtifact() }
        copy(to: range.upperBound)
      }
    }
    copy(to: input.count)
    closeArtifact()
    return output
  }

  private mutating func beginMark(_ range: Range<Int>) {
    let operands = input[pending..<range.lowerBound]
    if marks.isEmpty && (contains(operands, "/MCID") || contains(operands, "/Artifact")) {
      closeArtifact()
    } else if spellsLigature(operands) {
      marks.append(false)
      pending = range.upperBound
      return
    } else if marks.isEmpty && !isInArtifact {
      openArtifact()
    }
    marks.append(true)
    copy(to: range.upperBound)
  }

  private mutating func endMark(_ range: Range<Int>) {
    if marks.popLast() == false {
      copy(to: range.lowerBound)
      pending = range.upperBound
    } else {
      copy(to: range.upperBound)
    }
  }

  private mutating func copy(to end: Int) {
    output += input[pending..<end]
    pending = end
  }

  private mutating func openArtifact() {
    output += "\n/Artifact BMC\n".utf8
    isInArtifact = true
  }

  private mutating func closeArtifact() {
    if isInArtifact { output += "\nEMC".utf8 }
    isInArtifact = false
  }

  /// Whether an operator changes the state and paints nothing.
  private func isState(_ range: Range<Int>) -> Bool {
    Self.stateOperators.contains { isNamed(range, $0) }
  }

  private static let stateOperators: [StaticString] = [
    "q", "Q", "cm", "gs", "rg", "RG", "g", "G", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "w", "J", "j", "M", "d", "i",
  ]

  private func isNamed(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    return (0..<range.count).allSatisfy { input[range.lowerBound + $0] == name.utf8Start[$0] }
  }

  private func contains(_ bytes: ArraySlice<UInt8>, _ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard bytes.count >= wanted.count else { return false }
    return (bytes.startIndex...(bytes.endIndex - wanted.count)).contains { start in
      bytes[start] == wanted[0] && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
    }
  }

  private func spellsLigature(_ operands: ArraySlice<UInt8>) -> Bool {
    guard contains(operands, "/ActualText <feff00660") else { return false }
    return LigatureMaps.ligatures.contains { contains(operands, $0.mark) }
  }
}

// MARK: - Tokens

extension ContentStreamRewriter {
  /// Goes on behind the next operator.
  private mutating func nextOperator() -> Range<Int>? {
    var depth = 0
    while position < input.count {
      let byte = input[position]
      switch byte {
      case UInt8(ascii: "("): skipString()
      case UInt8(ascii: "<"):
        if position + 1 < input.count, input[position + 1] == byte {
          depth += 1
          position += 2
        } else {
          while position < input.count, input[position] != UInt8(ascii: ">") { position += 1 }
          position += 1
        }
      case UInt8(ascii: ">"):
        depth -= 1
        position += 2
      case UInt8(ascii: "["), UInt8(ascii: "]"): position += 1
      case UInt8(ascii: "/"):
        position += 1
        skipRegular()
      case UInt8(ascii: "%"):
        while position < input.count, input[position] != 0x0A { position += 1 }
      case 0...0x20: position += 1
      default:
        let start = position
        skipRegular()
        if position == start { position += 1 }
        if depth == 0 && isLetter(byte) && !isNamed(start..<position, "true") && !isNamed(start..<position, "false") {
          if isNamed(start..<position, "ID") { skipInlineImage() }
          return start..<position
        }
      }
    }
    return nil
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
  }

  private mutating func skipRegular() {
    while position < input.count {
      switch input[position] {
      case 0...0x20, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "/"), UInt8(ascii: "%"):
        return
      default: position += 1
      }
    }
  }

  private mutating func skipString() {
    var depth = 0
    while position < input.count {
      switch input[position] {
      case UInt8(ascii: "\\"): position += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      position += 1
      if depth == 0 { return }
    }
  }

  /// Up to the `EI` that ends the data of an image within the content.
  private mutating func skipInlineImage() {
    while position + 2 < input.count {
      if input[position] <= 0x20, input[position + 1] == UInt8(ascii: "E"), input[position + 2] == UInt8(ascii: "I") {
        position += 3
        return
      }
      position += 1
    }
    position = input.count
  }
}
