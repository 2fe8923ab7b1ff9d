import Diagnostics

/// A set of bytes with an index for each: 0 is padding, the bytes follow from 1 on in their order.
///
/// The unit of attacks that change characters, where looking an index up must cost nothing.
public struct ByteAlphabet: Sendable, Hashable {
  /// The index that fills sentences up.
  public static let padding = 0
  /// The small letters and the blank: all that the generated corpora have.
  public static let lowercase = ByteAlphabet(Array("abcdefghijklmnopqrstuvwxyz ".utf8))

  /// The bytes; `symbols[i]` has the index i + 1.
  public let symbols: [UInt8]
  private let indices: [UInt16]

  /// - Parameter symbols: different bytes, one at least.
  public init(_ symbols: [UInt8]) {
    if symbols.isEmpty || Set(symbols).count != symbols.count {
      trap("ByteAlphabet: \(symbols.count) symbols, none or some twice")
    }
    self.symbols = symbols
    var indices = [UInt16](repeating: 0, count: 256)
    for (place, symbol) in symbols.enumerated() { indices[Int(symbol)] = UInt16(place + 1) }
    self.indices = indices
  }

  /// The bytes that occur in some sentences, by value.
  public init(of sentences: [String]) {
    var occurs = [Bool](repeating: false, count: 256)
    for sentence in sentences { for byte in sentence.utf8 { occurs[Int(byte)] = true } }
    self.init((0...255).filter { occurs[$0] }.map { UInt8($0) })
  }

  /// How many indices there are, with that of padding.
  public var indexCount: Int { symbols.count + 1 }

  /// The index of a byte; nil if it is not one of the symbols.
  public func index(of byte: UInt8) -> Int? {
    let index = indices[Int(byte)]
    return index == 0 ? nil : Int(index)
  }

  /// The indices of a sentence's bytes; those that are no symbols are left out.
  public func indices(of sentence: String) -> [Int] { sentence.utf8.compactMap(index) }

  /// The text of some indices; padding is left out.
  public func text(_ indices: some Sequence<Int>) -> String {
    String(decoding: indices.filter { $0 > 0 && $0 <= symbols.count }.map { symbols[$0 - 1] }, as: UTF8.self)
  }
}
