import CHyphen
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds where words may be hyphenated, by the patterns that libhyphen reads for a language.
///
/// Reading the patterns takes about 20 ms, so nothing is read before the first word asks.
package final class Hyphenator {
  package let language: String
  private let directories: [String]
  private var dictionary: OpaqueDictionary = .unread
  private var known: [String: [Int]] = [:]

  private enum OpaqueDictionary {
    case unread
    case absent
    case read(UnsafeMutablePointer<HyphenDict>)
  }

  /// - Parameter language: a BCP 47 tag such as `en` or `de-AT`; without patterns for it no word is hyphenated.
  package init(language: String, directories: [String] = ["/usr/share/hyphen", "/usr/local/share/hyphen"]) {
    self.language = language
    self.directories = directories
  }

  deinit {
    if case .read(let pointer) = dictionary { hnj_hyphen_free(pointer) }
  }

  /// Byte offsets before which a word of ASCII letters may be broken with a hyphen: at least two letters stay before,
  /// three after; empty for any other word.
  package func points(in word: String) -> [Int] {
    if let points = known[word] { return points }
    let points = compute(word)
    known[word] = points
    return points
  }

  private func compute(_ word: String) -> [Int] {
    let letters = word.utf8.map { $0 | 0x20 }
    guard letters.count >= 5, letters.count < 100, letters.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }),
      let dictionary = opened()
    else { return [] }
    var marks = [CChar](repeating: 0, count: letters.count + 5)
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<Int32>?
    var cuts: UnsafeMutablePointer<Int32>?
    // The length is given, and yet the library looks for the word's end: it searches for what may not be broken.
    let failed = (letters + [0]).withUnsafeBytes { raw in
      hnj_hyphen_hyphenate2(
        dictionary, raw.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(letters.count), &marks, nil,
        &replacements, &positions, &cuts)
    }
    release(replacements, count: letters.count)
    free(positions)
    free(cuts)
    guard failed == 0 else { return [] }
    // An odd mark at a letter allows a hyphen after it.
    return (0..<letters.count).filter { marks[$0] & 1 == 1 && $0 + 1 >= 2 && letters.count - $0 - 1 >= 3 }.map { $0 + 1 }
  }

  private func release(_ replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, count: Int) {
    guard let replacements else { return }
    for index in 0..<count { free(replacements[index]) }
    free(replacements)
  }

  private func opened() -> UnsafeMutablePointer<HyphenDict>? {
    switch dictionary {
    case .read(let pointer): return pointer
    case .absent: return nil
    case .unread: break
    }
    for path in candidatePaths where access(path, R_OK) == 0 {
      if let pointer = hnj_hyphen_load(path) {
        dictionary = .read(pointer)
        return pointer
      }
    }
    dictionary = .absent
    return nil
  }

  private var candidatePaths: [String] {
    let parts = language.split { $0 == "-" || $0 == "_" }.map(String.init)
    guard let primary = parts.first?.lowercased() else { return [] }
    var names: [String] = parts.count > 1 ? ["\(primary)_\(parts[1].uppercased())"] : []
    if primary == "en" { names.append("en_US") }
    names.append(primary)
    return directories.flatMap { directory in names.map { "\(directory)/hyph_\($0).dic" } }
  }
}
