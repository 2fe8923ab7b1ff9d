import Diagnostics
import Tables

/// A line through the centres of replicates, with a band of their spread.
enum SeedBand {
  static func expand(
    _ mark: MarkSpec, _ encoding: ResolvedEncoding, _ frame: DataFrame, kinds: [Channel: ScaleSpec.Kind], into result: inout CompositeMarks.Result
  ) {
    let channel = CompositeMarks.measureChannel(mark, encoding)
    guard let band = mark.band, let measure = encoding[channel]?.first, let column = measure.definition.field ?? measure.column else {
      result.layers = [CompositeMarks.layer(.line, mark, encoding, frame)]
      return
    }
    let isLog = kinds[channel] == .log
    let center = mark.center ?? (measure.aggregate == .count ? nil : measure.aggregate)
    let summaries = summarised(frame, column, encoding, channel, band: band, center: center, isLog: isLog, mark.range, &result)
    var plain = mark
    plain.band = nil
    let isReplicated = summaries.column("\u{0}n").numbers.contains { $0 > 1 }
    let line = CompositeMarks.layer(.line, plain, CompositeMarks.ranged(encoding, channel, from: "\u{0}center", to: nil), summaries)
    if isReplicated { result.layers.append(spread(plain, encoding, channel, summaries, line.series)) }
    result.layers.append(line)
    if mark.hasPoints { result.layers.append(CompositeMarks.points(plain, line.encoding, summaries)) }
    note(summaries, frame, band, center, isLog: isLog, isReplicated: isReplicated, hasWhiskers: line.series.count > ChartStyle.maximumBands, &result)
  }

  private static func summarised(
    _ frame: DataFrame, _ column: String, _ encoding: ResolvedEncoding, _ channel: Channel, band: BandKind, center: AggregateOperation?,
    isLog: Bool, _ range: SourceRange, _ result: inout CompositeMarks.Result
  ) -> DataFrame {
    let groupby = CompositeMarks.groupColumns(encoding, except: channel)
    let groups = Grouping(frame, by: groupby).groups
    let numbers = frame.column(column).numbers
    var dropped = 0
    let summaries = groups.map { rows -> IntervalSummary in
      let values = rows.map { numbers[$0] }.filter { value in
        if isLog && value <= 0 { dropped += 1 }
        return value.isFinite && (!isLog || value > 0)
      }
      return IntervalSummary(values, band: band, center: center, isLog: isLog)
    }
    if dropped > 0 { result.notes.append("\(dropped) non-positive \(dropped == 1 ? "value is" : "values are") not shown on the logarithmic axis.") }
    if isLog, summaries.contains(where: { $0.lower <= 0 }) {
      result.diagnostics.append(
        Diagnostic(
          "RP0710", .error, "the band of an arithmetic mean reaches zero or below, which a logarithmic axis cannot show", at: range,
          notes: [.init("leave 'center' out: the band is then computed from logarithms around the geometric mean")]))
    }
    let firsts = groups.map { $0[0] }
    return DataFrame(
      groupby.map { frame.column($0).selecting(firsts) } + [
        FrameColumn("\u{0}center", summaries.map(\.center)), FrameColumn("\u{0}low", summaries.map(\.lower)),
        FrameColumn("\u{0}high", summaries.map(\.upper)), FrameColumn("\u{0}n", summaries.map { Double($0.count) }, .integer),
      ], rowCount: groups.count)
  }

  /// An area for up to six series, else whiskers at some places.
  private static func spread(_ mark: MarkSpec, _ encoding: ResolvedEncoding, _ channel: Channel, _ frame: DataFrame, _ series: [[Int]]) -> LayerData {
    let ranged = CompositeMarks.ranged(encoding, channel, from: "\u{0}low", to: "\u{0}high")
    var spread = mark
    spread.strokeDash = nil
    var layer: LayerData
    if series.count <= ChartStyle.maximumBands {
      spread.type = .area
      spread.fillOpacity = mark.fillOpacity ?? ChartStyle.bandOpacity
      spread.opacity = nil
      layer = CompositeMarks.layer(.area, spread, CompositeMarks.hiding([.strokeDash, .opacity], ranged), frame)
    } else {
      spread.type = .errorbar
      spread.strokeWidth = 0.75
      let other: Channel = channel == .y ? .x : .y
      let rows = whiskerRows(frame, encoding[other]?.first?.column, series)
      layer = CompositeMarks.layer(.rule, spread, ranged.filter { $0.key != .strokeDash }, frame.selecting(rows))
    }
    layer.isAuxiliary = true
    return layer
  }

  /// Eight places of each series, at about equal ratios of the count of rows.
  private static func whiskerRows(_ frame: DataFrame, _ column: String?, _ series: [[Int]]) -> [Int] {
    let ranks = column.map { Ordering.ranks(frame.column($0)) } ?? Array(0..<frame.rowCount)
    return series.flatMap { rows -> [Int] in
      let sorted = rows.sorted { ranks[$0] < ranks[$1] }
      guard sorted.count > 8 else { return sorted }
      let ratio = Double(sorted.count)
      var places: [Int] = []
      for step in 0..<8 {
        let place = Int(FractionalPower.of(ratio, Double(step + 1) / 8)) - 1
        if place > (places.last ?? -1) { places.append(place) }
      }
      return places.map { sorted[min($0, sorted.count - 1)] }
    }
  }

  private static func note(
    _ summaries: DataFrame, _ frame: DataFrame, _ band: BandKind, _ center: AggregateOperation?, isLog: Bool, isReplicated: Bool,
    hasWhiskers: Bool, _ result: inout CompositeMarks.Result
  ) {
    let counts = summaries.column("\u{0}n").numbers.filter { $0 > 0 }
    guard let least = counts.min(), let most = counts.max() else { return }
    guard isReplicated else {
      result.notes.append("One replicate a point: no band.")
      return
    }
    let seeds = frame["seed"].map { Set($0.coded().codes).count }
    let word = seeds == Int(most) ? "seeds" : "replicates"
    let number = least == most ? "\(Int(most))" : "\(Int(least)) to \(Int(most))"
    let usesLog = isLog && center != .mean && center != .average && band != .iqr && band != .minmax
    result.notes.append(
      "Lines: \(IntervalSummary.centerName(band, center, isLog: isLog)) of \(number) \(word); \(hasWhiskers ? "whiskers" : "bands"): \(IntervalSummary.bandName(band, isLog: usesLog)).")
  }
}
