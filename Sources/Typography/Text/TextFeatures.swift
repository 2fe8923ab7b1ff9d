/// Forms of letters and figures that a face may offer besides its usual ones.
///
/// A face without a form draws the usual one; ask `FontFace.offers(_:)` where that would not do.
package struct TextFeatures: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Small letters as small capitals (`smcp`).
  package static let smallCapitals = TextFeatures(rawValue: 1)
  /// Capitals as small capitals, too (`c2sc`).
  package static let capitalsAsSmall = TextFeatures(rawValue: 2)
  /// Figures with ascenders and descenders, for running text (`onum`).
  package static let oldStyleFigures = TextFeatures(rawValue: 4)
  /// Figures as high as capitals, for mathematics, headings and tables (`lnum`).
  package static let liningFigures = TextFeatures(rawValue: 8)
  /// Figures of one width, for columns of numbers (`tnum`).
  package static let tabularFigures = TextFeatures(rawValue: 16)
  /// Figures of their own widths (`pnum`).
  package static let proportionalFigures = TextFeatures(rawValue: 32)

  /// The tags of OpenType, in the order of the bits.
  static let tags = ["smcp", "c2sc", "onum", "lnum", "tnum", "pnum"]

  /// The tags of the forms asked for.
  var tags: [String] {
    Self.tags.enumerated().filter { rawValue & (1 << $0.offset) != 0 }.map(\.element)
  }
}
