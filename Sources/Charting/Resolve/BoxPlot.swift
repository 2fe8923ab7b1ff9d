import Tables

/// `boxplot`: box from the lower to the upper quartile, median, whiskers to the last value within 1.5 IQR, and what lies beyond.
enum BoxPlot {
  static func expand(_ mark: MarkSpec, _ encoding: ResolvedEncoding, _ frame: DataFrame, into result: inout CompositeMarks.Result) {
    let channel = CompositeMarks.measureChannel(mark, encoding)
    guard let column = encoding[channel]?.first?.column else { return }
    let groupby = CompositeMarks.groupColumns(encoding, except: channel)
    let groups = Grouping(frame, by: groupby).groups
    let numbers = frame.column(column).numbers
    let factor = mark.extent == "min-max" ? Double.infinity : mark.extentFactor ?? 1.5
    var outliers: [Int] = []
    let names = ["\u{0}low", "\u{0}q1", "\u{0}median", "\u{0}q3", "\u{0}high"]
    var cells = [[Double]](repeating: [], count: 5)
    for rows in groups {
      let sorted = rows.map { numbers[$0] }.filter { !$0.isNaN }.sorted()
      let (q1, q3) = (Aggregation.quantile(sorted, 0.25), Aggregation.quantile(sorted, 0.75))
      let reach = factor.isInfinite ? Double.infinity : factor * (q3 - q1)
      let inside = sorted.filter { $0 >= q1 - reach && $0 <= q3 + reach }
      // A whisker may end inside the box, where what lies beyond it is far out.
      let summary = [inside.first ?? q1, q1, Aggregation.quantile(sorted, 0.5), q3, inside.last ?? q3]
      for index in 0..<5 { cells[index].append(summary[index]) }
      outliers += rows.filter { numbers[$0] < q1 - reach || numbers[$0] > q3 + reach }
    }
    let firsts = groups.map { $0[0] }
    let summaries = DataFrame(
      groupby.map { frame.column($0).selecting(firsts) } + zip(names, cells).map { FrameColumn($0, $1) }, rowCount: groups.count)
    layers(mark, encoding, channel, summaries, names, into: &result)
    if !outliers.isEmpty, !mark.hiddenParts.contains(.outliers) {
      var points = CompositeMarks.layer(.point, part(mark, .point), encoding, frame.selecting(outliers))
      points.isAuxiliary = true
      result.layers.append(points)
    }
    result.notes.append(
      factor.isInfinite
        ? "Boxes: quartiles and median; whiskers: minimum to maximum."
        : "Boxes: quartiles and median; whiskers: to the last value within \(NumberFormat.shortest(factor)) interquartile ranges.")
  }

  private static func layers(
    _ mark: MarkSpec, _ encoding: ResolvedEncoding, _ channel: Channel, _ frame: DataFrame, _ names: [String], into result: inout CompositeMarks.Result
  ) {
    for (low, high) in [(names[0], names[1]), (names[3], names[4])] where !mark.hiddenParts.contains(.rule) {
      var whisker = CompositeMarks.layer(.rule, part(mark, .rule), CompositeMarks.ranged(encoding, channel, from: low, to: high), frame)
      whisker.isAuxiliary = true
      result.layers.append(whisker)
    }
    if !mark.hiddenParts.contains(.box) {
      result.layers.append(
        CompositeMarks.layer(.rect, part(mark, .boxplot), CompositeMarks.ranged(encoding, channel, from: names[1], to: names[3]), frame))
    }
    if mark.hiddenParts.contains(.median) { return }
    var median = part(mark, .tick)
    median.thickness = 1.25
    median.color = "paper"
    median.isMedian = true
    median.orientation = channel == .y ? .horizontal : .vertical
    let encoding = CompositeMarks.ranged(encoding, channel, from: names[2], to: nil).filter { !$0.key.isColor }
    var tick = CompositeMarks.layer(.rule, median, encoding, frame)
    tick.isAuxiliary = true
    result.layers.append(tick)
  }

  private static func part(_ mark: MarkSpec, _ type: MarkType) -> MarkSpec {
    var part = mark
    part.type = type
    part.band = nil
    part.extent = nil
    return part
  }
}
