/// What an environment looks like: its delimiters, columns and distances.
struct MathEnvironment: Sendable {
  enum Argument: Sendable { case none, columns, count }

  var spacing: MathArray.Spacing
  var alignments: [MathArray.Alignment] = [.center]
  var left: UInt32?
  var right: UInt32?
  var cellStyle: MathStyle = .text
  var argument: Argument = .none
  /// `[t]`, `[c]` or `[b]` may follow.
  var takesPosition = false
  /// A whole display with one formula: `equation`.
  var isSingleFormula = false

  /// A star turns its number off; in a matrix it stands for something else.
  var isDisplay: Bool {
    switch spacing {
    case .alignment, .tightAlignment: true
    default: false
    }
  }

  func array(named name: String) -> MathArray {
    MathArray(
      name: name, rows: [], alignments: alignments, spacing: spacing, cellStyle: cellStyle, left: left, right: right)
  }

  static let table: [String: MathEnvironment] = {
    let pairs: [MathArray.Alignment] = [.right, .left]
    let aligned = MathEnvironment(spacing: .alignment, alignments: pairs, cellStyle: .display, takesPosition: true)
    let gathered = MathEnvironment(spacing: .alignment, cellStyle: .display, takesPosition: true)
    let tight = MathEnvironment(spacing: .tightAlignment, alignments: pairs, cellStyle: .display, argument: .count)
    let equation = MathEnvironment(spacing: .alignment, cellStyle: .display, isSingleFormula: true)
    var table: [String: MathEnvironment] = [
      "array": MathEnvironment(spacing: .array, argument: .columns),
      "darray": MathEnvironment(spacing: .array, cellStyle: .display, argument: .columns),
      "CD": MathEnvironment(spacing: .diagram, cellStyle: .display),
      "subarray": MathEnvironment(spacing: .small, cellStyle: .script, argument: .columns),
      "eqnarray": MathEnvironment(spacing: .alignment, alignments: [.right, .center, .left], cellStyle: .display),
      "multline": gathered, "gather": gathered, "gathered": gathered,
      "equation": equation, "displaymath": equation, "math": equation,
    ]
    for name in ["aligned", "align", "split", "flalign"] { table[name] = aligned }
    for name in ["alignat", "alignedat", "xalignat"] { table[name] = tight }
    let fences: [(String, UInt32?, UInt32?)] = [
      ("", nil, nil), ("p", 0x28, 0x29), ("b", 0x5B, 0x5D), ("B", 0x7B, 0x7D), ("v", 0x7C, 0x7C),
      ("V", 0x2016, 0x2016),
    ]
    for (prefix, left, right) in fences {
      table[prefix + "matrix"] = MathEnvironment(spacing: .matrix, left: left, right: right, takesPosition: true)
      table[prefix + "smallmatrix"] = MathEnvironment(spacing: .small, left: left, right: right, cellStyle: .script)
    }
    for (name, style) in [("", MathStyle.text), ("d", .display)] {
      table[name + "cases"] = MathEnvironment(spacing: .cases, alignments: [.left], left: 0x7B, cellStyle: style)
    }
    for (name, style) in [("r", MathStyle.text), ("dr", .display)] {
      table[name + "cases"] = MathEnvironment(spacing: .cases, alignments: [.left], right: 0x7D, cellStyle: style)
    }
    return table
  }()
}
