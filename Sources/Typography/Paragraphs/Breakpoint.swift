/// A place where a line may end and the next one begin.
struct Breakpoint {
  /// Natural width, stretch and shrink summed from the start of the paragraph.
  struct Totals {
    var width = 0.0
    var stretch = 0.0
    var shrink = 0.0
  }

  /// The item at which the line ends; the next begins after it, or inside it when `offset` is set.
  var item: Int
  /// Bytes of the word `item` that stay on the line; nil where the break is not inside a word.
  var offset: Int?
  var addsHyphen = false
  /// Sums up to the end of the line that ends here, and up to the start of the line that begins here: the width of a
  /// line from `a` to `b` is `b.end.width − a.start.width`.
  var end: Totals
  var start: Totals
  var penalty: Double
  var isForced = false
}

extension ParagraphTypesetter {
  /// All places where a line may end, the first being the start of the paragraph and the last its end.
  func breakpoints(of items: [ParagraphItem], effort: BreakingEffort, shape: ParagraphShape) -> [Breakpoint] {
    var sums = Breakpoint.Totals()
    var points = [Breakpoint(item: -1, offset: nil, end: sums, start: sums, penalty: 0, isForced: true)]
    points.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      let before = sums
      sums.width += item.width
      sums.stretch += item.stretch
      sums.shrink += item.shrink
      switch item.content {
      case .space(binds: false):
        if index + 1 < items.count {
          let end = hanging(before, after: index > 0 ? items[index - 1] : nil, shape)
          points.append(Breakpoint(item: index, offset: nil, end: end, start: sums, penalty: 0))
        }
      case .opportunity(let penalty):
        if penalty < 10_000 {
          let start = afterDiscardables(items, index, sums)
          points.append(Breakpoint(item: index, offset: nil, end: before, start: start, penalty: penalty))
        }
      case .lineBreak:
        points.append(Breakpoint(item: index, offset: nil, end: before, start: sums, penalty: 0, isForced: true))
      case .word(let word):
        // The name of a figure is not divided from within: its number is bound to it.
        let isBound = if items.indices.contains(index + 1), case .space(binds: true) = items[index + 1].content { true } else { false }
        for point in opportunities(in: word, effort: effort, hyphenates: shape.hyphenates && !isBound) {
          var end = before
          end.width += point.before
          if point.addsHyphen && shape.alignment == .justified { end.width -= hang(ofHyphen: item.style) }
          var start = sums
          start.width -= point.after
          points.append(
            Breakpoint(
              item: index, offset: point.offset, addsHyphen: point.addsHyphen, end: end, start: start,
              penalty: point.penalty))
        }
      case .box, .space(binds: true): break
      }
    }
    let trailing = trailingSpace(items, sums)
    points.append(Breakpoint(item: items.count, offset: nil, end: trailing, start: sums, penalty: 0, isForced: true))
    return points
  }

  /// A line that ends in a mark is shorter by what hangs.
  private func hanging(_ totals: Breakpoint.Totals, after item: ParagraphItem?, _ shape: ParagraphShape) -> Breakpoint.Totals {
    guard shape.alignment == .justified, let item else { return totals }
    var totals = totals
    totals.width -= hang(of: item)
    return totals
  }

  /// White space right after a break vanishes.
  private func afterDiscardables(_ items: [ParagraphItem], _ index: Int, _ sums: Breakpoint.Totals) -> Breakpoint.Totals {
    var sums = sums
    for item in items[(index + 1)...] {
      guard case .space = item.content else { break }
      sums.width += item.width
      sums.stretch += item.stretch
      sums.shrink += item.shrink
    }
    return sums
  }

  private func trailingSpace(_ items: [ParagraphItem], _ sums: Breakpoint.Totals) -> Breakpoint.Totals {
    guard let last = items.last, case .space = last.content else { return sums }
    return Breakpoint.Totals(
      width: sums.width - last.width, stretch: sums.stretch - last.stretch, shrink: sums.shrink - last.shrink)
  }
}
