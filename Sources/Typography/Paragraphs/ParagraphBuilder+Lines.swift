extension ParagraphBuilder {
  /// Breaks the paragraph into lines.
  ///
  /// First without hyphens, then with them, then with looser spaces, at last anywhere inside words that are wider than
  /// the measure. Only a box wider than the measure can stick out.
  /// - Complexity: O(breakpoints × lines that fit between two of them).
  package func lines(_ shape: ParagraphShape) -> [ParagraphLine] {
    guard !items.isEmpty else { return [] }
    let items = directed(shape.isRightToLeft ? .rightToLeft : .leftToRight)
    let (points, chosen) = breaks(of: items, shape)
    var lines: [ParagraphLine] = []
    lines.reserveCapacity(chosen.count)
    var start = 0
    for end in chosen {
      var composer = LineComposer(typesetter: typesetter, items: items, shape: shape)
      lines.append(composer.line(from: points[start], to: points[end], isFirst: start == 0))
      start = end
    }
    return lines
  }

  private func breaks(of items: [ParagraphItem], _ shape: ParagraphShape) -> ([Breakpoint], [Int]) {
    let isRagged = shape.alignment != .justified
    let attempts: [(effort: BreakingEffort, tolerance: Double, extra: Double)] =
      isRagged
      ? [(.plain, 800, 0), (.hyphenated, 800, 0), (.hyphenated, 9999, 0.5), (.anywhere, 10_000, 0.5)]
      : [(.plain, 120, 0), (.hyphenated, 250, 0), (.hyphenated, 2000, 0.05), (.hyphenated, 9999, 0.5), (.anywhere, 10_000, 0.5)]
    var points: [Breakpoint] = []
    var effort: BreakingEffort?
    for attempt in attempts {
      if effort != attempt.effort {
        effort = attempt.effort
        points = typesetter.breakpoints(of: items, effort: attempt.effort, shape: shape)
      }
      let breaker = LineBreaker(
        points: points, shape: shape, tolerance: attempt.tolerance, extraStretch: attempt.extra * shape.measure)
      if let chosen = breaker.best() { return (points, chosen) }
    }
    return (points, [points.count - 1])
  }
}
