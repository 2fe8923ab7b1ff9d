import Diagnostics
import Tables

/// `errorbar` and `errorband`: the spread of the rows of one place, or an interval that the table holds already.
enum ErrorInterval {
  static func expand(
    _ mark: MarkSpec, _ encoding: ResolvedEncoding, _ frame: DataFrame, kinds: [Channel: ScaleSpec.Kind], into result: inout CompositeMarks.Result
  ) {
    let channel = CompositeMarks.measureChannel(mark, encoding)
    let second: Channel = channel == .y ? .y2 : .x2
    var part = encoding
    var rows = frame
    if encoding[second] == nil, let error = encoding[channel == .y ? .yError : .xError]?.first?.column {
      rows = withErrors(frame, encoding, channel, error)
      part = CompositeMarks.ranged(encoding, channel, from: "\u{0}low", to: "\u{0}high")
    } else if encoding[second] == nil, let column = encoding[channel]?.first.flatMap({ $0.definition.field ?? $0.column }) {
      rows = summarised(mark, frame, encoding, channel, column, isLog: kinds[channel] == .log, &result)
      part = CompositeMarks.ranged(encoding, channel, from: "\u{0}low", to: "\u{0}high")
    }
    var plain = mark
    let isBand = mark.type == .errorband
    if isBand { plain.type = .area; plain.fillOpacity = mark.fillOpacity ?? mark.opacity ?? ChartStyle.bandOpacity; plain.opacity = nil }
    // Without a field along the other axis a band is one rectangle.
    let isRectangle = isBand && encoding[channel == .y ? .x : .y]?.first?.column == nil
    if isRectangle { plain.type = .rect }
    result.layers = [CompositeMarks.layer(isRectangle ? .rect : isBand ? .area : .rule, plain, part, rows)]
    if isBand && mark.hasLine { addBorders(plain, part, rows, channel, &result) }
  }

  private static func withErrors(_ frame: DataFrame, _ encoding: ResolvedEncoding, _ channel: Channel, _ error: String) -> DataFrame {
    let center = encoding[channel]?.first?.column.map { frame.column($0).numbers } ?? []
    let up = frame.column(error).numbers
    let down = encoding[channel == .y ? .yError2 : .xError2]?.first?.column.map { frame.column($0).numbers } ?? up.map { -$0 }
    return frame.setting([
      FrameColumn("\u{0}low", zip(center, down).map { $0 + $1 }), FrameColumn("\u{0}high", zip(center, up).map { $0 + $1 }),
    ])
  }

  private static func summarised(
    _ mark: MarkSpec, _ frame: DataFrame, _ encoding: ResolvedEncoding, _ channel: Channel, _ column: String, isLog: Bool,
    _ result: inout CompositeMarks.Result
  ) -> DataFrame {
    let band: BandKind = mark.band ?? kind(mark)
    let groupby = CompositeMarks.groupColumns(encoding, except: channel)
    let groups = Grouping(frame, by: groupby).groups
    let numbers = frame.column(column).numbers
    let summaries = groups.map { rows in
      IntervalSummary(rows.map { numbers[$0] }.filter { $0.isFinite && (!isLog || $0 > 0) }, band: band, center: mark.center, isLog: isLog)
    }
    let counts = summaries.map(\.count)
    if let most = counts.max(), most > 1 {
      let least = counts.min() ?? most
      let name = mark.type == .errorband ? "Bands" : "Whiskers"
      let usesLog = isLog && band != .iqr && band != .minmax
      result.notes.append("\(name): \(IntervalSummary.bandName(band, isLog: usesLog)) of \(least == most ? "\(most)" : "\(least) to \(most)") replicates.")
    }
    let firsts = groups.map { $0[0] }
    return DataFrame(
      groupby.map { frame.column($0).selecting(firsts) } + [
        FrameColumn("\u{0}low", summaries.map(\.lower)), FrameColumn("\u{0}high", summaries.map(\.upper)),
      ], rowCount: groups.count)
  }

  private static func kind(_ mark: MarkSpec) -> BandKind {
    switch mark.extent {
    case "stdev": .sd
    case "ci": .ci95
    case "iqr": .iqr
    case nil where mark.center == .median: .iqr
    default: .sem
    }
  }

  private static func addBorders(_ mark: MarkSpec, _ encoding: ResolvedEncoding, _ frame: DataFrame, _ channel: Channel, _ result: inout CompositeMarks.Result) {
    for edge in [channel, channel == .y ? Channel.y2 : .x2] {
      guard let bound = encoding[edge] else { continue }
      var border = mark
      border.type = .line
      border.strokeWidth = mark.strokeWidth ?? 0.75
      var part = encoding
      part[.y2] = nil
      part[.x2] = nil
      part[channel] = bound
      var layer = CompositeMarks.layer(.line, border, part, frame)
      layer.isAuxiliary = true
      result.layers.append(layer)
    }
  }
}
