import CHyphen
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds where words may be hyphenated, by the patterns that libhyphen brings for a language.
///
/// Files that hold nothing but patterns are read here; libhyphen, which takes a while to read one, reads the others.
/// Nothing is read before the first word asks.
package final class Hyphenator {
  package let language: String
  private let directories: [String]
  /// Whether all files are left to libhyphen.
  private let usesLibrary: Bool
  private var dictionary: OpaqueDictionary = .unread
  private var known: [String: [Int]] = [:]

  private enum OpaqueDictionary {
    case unread
    case absent
    case patterns(HyphenationPatterns)
    case read(UnsafeMutablePointer<HyphenDict>)
  }

  /// - Parameter language: a BCP 47 tag such as `en` or `de-AT`; without patterns for it no word is hyphenated.
  package convenience init(language: String, directories: [String] = ["/usr/share/hyphen", "/usr/local/share/hyphen"]) {
    self.init(language: language, directories: directories, usesLibrary: false)
  }

  init(language: String, directories: [String], usesLibrary: Bool) {
    self.language = language
    self.directories = directories
    self.usesLibrary = usesLibrary
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
    guard letters.count >= 5, letters.count < 100, letters.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return [] }
    if case .unread = dictionary { open() }
    let points =
      switch dictionary {
      case .unread, .absent: [Int]()
      case .patterns(let patterns): patterns.points(in: letters)
      case .read(let pointer): Self.points(in: letters, pointer)
      }
    return points.filter { $0 >= 2 && letters.count - $0 >= 3 }
  }

  /// Byte offsets before which libhyphen allows a hyphen.
  private static func points(in letters: [UInt8], _ dictionary: UnsafeMutablePointer<HyphenDict>) -> [Int] {
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
    return (0..<letters.count).filter { marks[$0] & 1 == 1 }.map { $0 + 1 }
  }

  private static func release(_ replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, count: Int) {
    guard let replacements else { return }
    for index in 0..<count { free(replacements[index]) }
    free(replacements)
  }

  private func open() {
    dictionary = .absent
    for path in candidatePaths where access(path, R_OK) == 0 {
      if !usesLibrary, let patterns = HyphenationPatterns(Self.content(of: path)) {
        dictionary = .patterns(patterns)
        return
      }
      if let pointer = hnj_hyphen_load(path) {
        dictionary = .read(pointer)
        return
      }
    }
  }

  /// The bytes of a file; none if it cannot be read.
  private static func content(of path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    guard fseek(file, 0, SEEK_END) == 0 else { return [] }
    let size = max(0, ftell(file))
    rewind(file)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in count = fread(buffer.baseAddress, 1, size, file) }
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
