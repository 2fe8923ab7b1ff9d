extension MathMLWriter {
  mutating func fraction(_ fraction: MathFraction, _ outer: MathStyle) -> String {
    let style = fraction.style ?? outer
    var above: String
    var below: String
    if fraction.isContinued {
      above = styled(row(fraction.numerator, .display), .display)
      below = styled(row(fraction.denominator, .display), .display)
    } else {
      above = row(fraction.numerator, style.ofFraction)
      below = row(fraction.denominator, style.ofFraction)
    }
    let thickness: String =
      switch fraction.rule {
      case .standard: ""
      case .none: " linethickness=\"0\""
      case .thickness(let length): " linethickness=\"\(MathMLWriter.ems(length.ems(size: size)))\""
      }
    var result = "<mfrac\(thickness)>\(above)\(below)</mfrac>"
    if fraction.left != nil || fraction.right != nil {
      var bare = fraction
      (bare.left, bare.right) = (nil, nil)
      let height = delimiterHeight(around: [[MathNode(.fraction(bare), 0..<0)]], outer)
      result =
        "<mrow>\(fence(fraction.left, "prefix", height))\(result)\(fence(fraction.right, "postfix", height))</mrow>"
    }
    if let forced = fraction.style { result = styled(result, forced) }
    return result
  }

  mutating func radical(_ body: [MathNode], _ degree: [MathNode]?, _ style: MathStyle) -> String {
    scalars.insert(0x221A)
    guard let degree else { return "<msqrt>\(row(body, style))</msqrt>" }
    return "<mroot>\(row(body, style))\(row(degree, .scriptScript))</mroot>"
  }

  /// Delimiters with what they enclose, in a row of their own so that they grow with nothing else.
  mutating func fenced(
    _ left: UInt32?, _ segments: [[MathNode]], _ middles: [UInt32?], _ right: UInt32?, _ style: MathStyle
  ) -> String {
    let height = delimiterHeight(around: segments, style)
    // Firefox leaves limits out of account when it stretches what stands beside them.
    let isForced = segments.contains { $0.contains { $0.hasLimits(in: style) } }
    fenceDepth += 1
    defer { fenceDepth -= 1 }
    var result = "<mrow>" + fence(left, "prefix", height, isForced: isForced)
    for (index, segment) in segments.enumerated() {
      if index > 0 { result += fence(middles[index - 1], "infix", height, isForced: isForced) }
      result += children(segment, style, leading: .opening, trailing: .closing).joined()
    }
    return result + fence(right, "postfix", height, isForced: isForced) + "</mrow>"
  }

  /// How tall delimiters about lists are, in ems; nil without a font, or where nesting would make it dear to find out.
  private func delimiterHeight(around lists: [[MathNode]], _ style: MathStyle) -> Double? {
    guard let font, fenceDepth <= 4 else { return nil }
    let typesetter = MathTypesetter(font: font, size: 1)
    let context = MathLayoutContext(style: style, textSize: 1, constants: font.constants)
    let heights = lists.map { typesetter.delimiterHeight(around: typesetter.layoutList($0, context), context) }
    return heights.max().map { $0 / context.em }
  }

  /// A delimiter that grows; the empty one leaves TeX's narrow space.
  private mutating func fence(
    _ scalar: UInt32?, _ form: String, _ height: Double?, isForced: Bool = false
  ) -> String {
    guard let scalar else { return space(0.12) }
    let least = isForced ? height.map { " minsize=\"\(MathMLWriter.ems(($0 * 100).rounded(.down) / 100))\"" } ?? "" : ""
    return "<mo form=\"\(form)\" stretchy=\"true\" symmetric=\"true\"\(least)\(spaces(0, 0))\(delimiterWidth(scalar, height))>"
      + "\(character(scalar))</mo>"
  }

  /// The width of a delimiter of a height as CSS: Chromium gives every delimiter the width of its widest form.
  private func delimiterWidth(_ scalar: UInt32, _ height: Double?) -> String {
    guard let font, let height else { return "" }
    let context = MathLayoutContext(style: .text, textSize: 1, constants: font.constants)
    let width = MathTypesetter(font: font, size: 1).delimiter(scalar, height: height, context).width
    return " style=\"width:\(MathMLWriter.ems(width))\""
  }

  mutating func sizedDelimiter(_ scalar: UInt32?, _ step: Int) -> String {
    guard let scalar else { return space(0.12) }
    let size = font?.delimiterHeight(scalar, step: step) ?? 0.6 + 0.6 * Double(step)
    let height = MathMLWriter.ems(size)
    return "<mo stretchy=\"true\" symmetric=\"true\" minsize=\"\(height)\" maxsize=\"\(height)\"\(spaces(0, 0))"
      + "\(delimiterWidth(scalar, size))>"
      + "\(character(scalar))</mo>"
  }

  mutating func array(_ array: MathArray, _ outer: MathStyle) -> String {
    let style = outer <= .text ? array.cellStyle : max(array.cellStyle, outer)
    var table = "<mtable displaystyle=\"\(style == .display)\">"
    for (index, row) in array.rows.enumerated() {
      table += "<mtr>"
      if row.isText {
        let words = row.cells.first.map { self.row($0, style) } ?? ""
        table += "<mtd columnspan=\"\(max(1, array.columnCount))\" style=\"text-align:-webkit-left\">\(words)</mtd></mtr>"
        continue
      }
      for (column, cell) in row.cells.enumerated() {
        if row.spans.contains(where: { $0.columns.dropFirst().contains(column) }) { continue }
        // A strut in the first cell keeps TeX's distance of baselines.
        let strut = column == 0 ? array.strut : ""
        let children =
          if array.spacing == .diagram, cell.count == 1, case .longArrow(let scalar, let over, let under) = cell[0].kind {
            [longArrow(scalar, over, under, style, atLeast: 3)]
          } else {
            children(cell, style, leading: array.leadingClass(row: index, column: column))
          }
        let span = row.span(at: column)
        let extent = span.map { " columnspan=\"\($0.columns.count)\"" } ?? ""
        let style = cellStyle(array, row: index, columns: span?.columns ?? column..<(column + 1), span?.alignment)
        table += "<mtd\(extent) style=\"\(style)\">\(strut)\(children.joined())</mtd>"
      }
      table += "</mtr>"
    }
    table += "</mtable>"
    if array.spacing == .small, outer <= .text { table = styled(table, .script) }
    guard array.left != nil || array.right != nil else { return table }
    var bare = array
    (bare.left, bare.right) = (nil, nil)
    let height = delimiterHeight(around: [[MathNode(.array(bare), 0..<0)]], outer)
    let left = array.left.map { fence($0, "prefix", height) } ?? ""
    let right = array.right.map { fence($0, "postfix", height) } ?? ""
    return "<mrow>\(left)\(table)\(right)</mrow>"
  }

  /// Alignment, distances and rules of a cell as CSS.
  private func cellStyle(_ array: MathArray, row: Int, columns: Range<Int>, _ own: MathArray.Alignment?) -> String {
    let column = columns.lowerBound
    // Chromium aligns the contents of a cell by its own names only.
    let alignment =
      switch own ?? array.alignment(ofColumn: column) {
      case .left: "text-align:-webkit-left;"
      case .center: "text-align:-webkit-center;"
      case .right: "text-align:-webkit-right;"
      }
    let count = array.columnCount
    let left = column == 0 ? array.outerGap(afterLast: false) : array.gap(beforeColumn: column) / 2
    let isAtEnd = columns.upperBound >= count
    let right = isAtEnd ? array.outerGap(afterLast: true) : array.gap(beforeColumn: columns.upperBound) / 2
    let isLast = row == array.rows.count - 1
    let above = row == 0 ? 0 : array.rowPadding
    let extra = array.rows[row].gapBelow.map { $0.ems(size: size) } ?? 0
    let below = isLast ? 0 : array.rowPadding + max(0, extra)
    let padding = [above, right, below, left].map { MathMLWriter.ems($0) }.joined(separator: " ")
    var style = "\(alignment)padding:\(padding)"
    style += border("left", array.verticalRules, at: column)
    if isAtEnd { style += border("right", array.verticalRules, at: count) }
    let across = array.horizontalRules.filter { $0.columns?.contains(column) ?? true }
    style += border("top", across, at: row)
    if isLast { style += border("bottom", across, at: array.rows.count) }
    return style
  }

  /// The border of a cell for the rules at a place.
  private func border(_ side: String, _ rules: [MathArray.Rule], at position: Int) -> String {
    let found = rules.filter { $0.position == position }
    guard let first = found.first else { return "" }
    return ";border-\(side):\(found.count > 1 ? ".2em double" : first.isDashed ? ".05em dashed" : ".05em solid")"
  }
}

extension MathArray {
  /// Half the distance between the struts of two rows, in ems: half of TeX's jot in alignments.
  fileprivate var rowPadding: Double {
    switch spacing {
    case .matrix, .array, .cases, .small: 0
    case .diagram: 0.125
    case .alignment, .tightAlignment: 0.15
    }
  }

  /// An invisible box as high and deep as a line of text.
  fileprivate var strut: String {
    switch spacing {
    case .matrix where stretch != 1, .array where stretch != 1:
      "<mspace width=\"0\" height=\"\(MathMLWriter.ems(0.84 * stretch))\" depth=\"\(MathMLWriter.ems(0.36 * stretch))\"/>"
    case .matrix, .array, .alignment, .tightAlignment, .diagram:
      "<mspace width=\"0\" height=\"0.84em\" depth=\"0.36em\"/>"
    case .cases: "<mspace width=\"0\" height=\"1.01em\" depth=\"0.43em\"/>"
    case .small: "<mspace width=\"0\" height=\"0.7em\" depth=\"0.3em\"/>"
    }
  }
}
