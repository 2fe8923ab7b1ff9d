/// Cuts the mathematics font down to what a page's formulas need.
package enum MathFontSubset {
  /// A font file for the formulas of a page; nil when the font cannot be read.
  ///
  /// The larger forms of radicals, delimiters and accents come with their plain characters through the MATH table.
  /// - Parameter scalars: the union of what `MathMLWriter` reports for every formula.
  package static func make(fontPath: String, scalars: Set<UInt32>) -> [UInt8]? {
    FontSubset.make(fontPath: fontPath, scalars: scalars.union(always), for: .mathematics)
  }

  /// What a browser may draw without its being written: the radical, spaces, and the digits and letters that a font
  /// is measured by.
  private static let always: Set<UInt32> = [0x20, 0xA0, 0x30, 0x78, 0x1D465, 0x2212, 0x221A]
}
