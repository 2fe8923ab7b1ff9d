import Diagnostics
import Tables

/// Opens composite marks into primitive layers, before any scale is made.
enum CompositeMarks {
  struct Result {
    var layers: [LayerData] = []
    var notes: [String] = []
    var diagnostics: [Diagnostic] = []
  }

  static func expand(_ mark: MarkSpec, _ encoding: ResolvedEncoding, _ frame: DataFrame, kinds: [Channel: ScaleSpec.Kind], edges: DataFrame? = nil) -> Result {
    var result = Result()
    switch mark.type {
    case .line, .trail:
      if mark.band != nil {
        SeedBand.expand(mark, encoding, frame, kinds: kinds, into: &result)
      } else {
        result.layers = [layer(.line, mark, encoding, frame)]
        if mark.hasPoints { result.layers.append(points(mark, encoding, frame)) }
      }
    case .area:
      result.layers = [layer(.area, mark, encoding, frame)]
      if mark.hasLine { result.layers.append(outline(mark, encoding, frame)) }
      if mark.hasPoints { result.layers.append(points(mark, encoding, frame)) }
    case .point, .circle, .square: result.layers = [layer(.point, mark, encoding, frame)]
    case .bar, .rect: result.layers = [layer(.rect, mark, encoding, frame)]
    case .rule, .tick: result.layers = [layer(.rule, mark, encoding, frame)]
    case .text: result.layers = [layer(.text, mark, encoding, frame)]
    case .errorbar, .errorband: ErrorInterval.expand(mark, encoding, frame, kinds: kinds, into: &result)
    case .boxplot: BoxPlot.expand(mark, encoding, frame, into: &result)
    case .trajectory: result.layers = [layer(.line, mark, encoding, frame)]
    case .contour:
      if let value = mark.contour?.value, frame[value] == nil {
        result.diagnostics.append(ChartingDiagnostics.unknownColumn(value, known: frame.columnNames, at: mark.range))
      } else if mark.contour?.value == nil, !ContourGrid.valueChannels.contains(where: { encoding[$0]?.first?.isQuantitative ?? false }) {
        result.diagnostics.append(ChartingDiagnostics.missing("a field of numbers on 'color', or 'value'", in: "the mark 'contour'", at: mark.range))
      }
      result.layers = [layer(.contour, mark, encoding, frame)]
    case .images: PictureGrid.expand(mark, encoding, frame, into: &result)
    case .graph: NetworkGraph.expand(mark, encoding, frame, edges ?? DataFrame([]), into: &result)
    case .slope, .function:
      result.layers = [layer(.line, mark, encoding, frame)]
      result.layers[0].isAuxiliary = true
    }
    for index in result.layers.indices { result.layers[index].writtenType = mark.type }
    return result
  }

  static func layer(_ primitive: LayerData.Primitive, _ mark: MarkSpec, _ encoding: ResolvedEncoding, _ frame: DataFrame) -> LayerData {
    LayerData(primitive: primitive, mark: mark, index: 0, frame: frame, encoding: encoding, orientation: .vertical)
  }

  /// The encoding without some channels, whose fields still part the series.
  static func hiding(_ channels: Set<Channel>, _ encoding: ResolvedEncoding) -> ResolvedEncoding {
    var result = encoding.filter { !channels.contains($0.key) }
    for channel in Channel.allCases where channels.contains(channel) {
      result[.detail, default: []] += (encoding[channel] ?? []).filter { $0.column != nil && $0.type.isDiscrete }
    }
    return result
  }

  static func points(_ mark: MarkSpec, _ encoding: ResolvedEncoding, _ frame: DataFrame) -> LayerData {
    var point = mark
    point.type = .point
    point.hasPoints = false
    point.isFilled = true
    var layer = layer(.point, point, encoding.filter { $0.key != .strokeDash && $0.key != .strokeWidth }, frame)
    layer.isAuxiliary = true
    return layer
  }

  private static func outline(_ mark: MarkSpec, _ encoding: ResolvedEncoding, _ frame: DataFrame) -> LayerData {
    var line = mark
    line.type = .line
    line.fillOpacity = nil
    line.opacity = nil
    return layer(.line, line, encoding.filter { $0.key != .y2 && $0.key != .x2 }, frame)
  }

  /// The encoding with the measure's channel bound to columns of summaries.
  static func ranged(_ encoding: ResolvedEncoding, _ channel: Channel, from low: String, to high: String?) -> ResolvedEncoding {
    var result = encoding.filter { ![.xError, .xError2, .yError, .yError2, .x2, .y2].contains($0.key) }
    guard var measure = encoding[channel]?.first else { return result }
    measure.aggregate = nil
    measure.column = low
    measure.datum = nil
    result[channel] = [measure]
    if let high {
      measure.column = high
      result[channel == .y ? .y2 : .x2] = [measure]
    }
    return result
  }

  /// The columns that tell replicates apart from series: everything shown but the measure.
  static func groupColumns(_ encoding: ResolvedEncoding, except channel: Channel) -> [String] {
    var columns: [String] = []
    for other in Channel.allCases where other != channel && other.scaleChannel != channel {
      for resolved in encoding[other] ?? [] where resolved.aggregate == nil {
        for column in [resolved.column, resolved.binEnd].compactMap({ $0 }) where !columns.contains(column) { columns.append(column) }
      }
    }
    return columns
  }

  /// The channel of the measure whose spread is shown.
  static func measureChannel(_ mark: MarkSpec, _ encoding: ResolvedEncoding) -> Channel {
    Orientation.of(mark, encoding) == .horizontal ? .x : .y
  }
}
