/// The space between two neighbouring atoms (TeXbook, chapter 18).
enum InterAtomSpacing {
  /// The space in mu between atoms of two classes in a style.
  static func mu(_ left: MathClass, _ right: MathClass, in style: MathStyle) -> Double {
    let code = table[left.rawValue * 8 + right.rawValue]
    // Spaces in brackets in the book's table, here of negative sign, vanish in scripts.
    if code < 0 { return style <= .text ? Double(-code) : 0 }
    return Double(code)
  }

  /// Rows left, columns right: Ord Op Bin Rel Open Close Punct Inner. 9 marks pairs that cannot occur.
  private static let table: [Int] = [
    0, 3, -4, -5, 0, 0, 0, -3,
    3, 3, 0, -5, 0, 0, 0, -3,
    -4, -4, 0, 0, -4, 0, 0, -4,
    -5, -5, 0, 0, -5, 0, 0, -5,
    0, 0, 0, 0, 0, 0, 0, 0,
    0, 3, -4, -5, 0, 0, 0, -3,
    -3, -3, 0, -3, -3, -3, -3, -3,
    -3, 3, -4, -5, -3, 0, -3, -3,
  ]

  /// The classes of a list's atoms after binary operators without operands have become ordinary (appendix G, rules
  /// 5 and 6); nil stands for nodes that are no atoms.
  static func resolved(_ classes: [MathClass?], leading: MathClass? = nil) -> [MathClass?] {
    var result = classes
    var previous: (index: Int?, atomClass: MathClass?) = (nil, leading)
    for index in result.indices {
      guard var atomClass = result[index] else { continue }
      switch (previous.atomClass, atomClass) {
      case (nil, .binary), (.binary?, .binary), (.operation?, .binary), (.relation?, .binary), (.opening?, .binary),
        (.punctuation?, .binary):
        atomClass = .ordinary
        result[index] = .ordinary
      case (.binary?, .relation), (.binary?, .closing), (.binary?, .punctuation):
        if let before = previous.index { result[before] = .ordinary }
      default: break
      }
      previous = (index, atomClass)
    }
    if previous.atomClass == .binary, let last = previous.index { result[last] = .ordinary }
    return result
  }
}
