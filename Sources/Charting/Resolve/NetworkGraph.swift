import Diagnostics
import Tables

/// `graph`: nodes and edges as points, rules and texts over hidden axes from 0 to 1.
enum NetworkGraph {
  /// Of a node's circle, in square points.
  static let nodeArea = 160.0

  static func expand(_ mark: MarkSpec, _ encoding: ResolvedEncoding, _ nodes: DataFrame, _ edges: DataFrame, into result: inout CompositeMarks.Result) {
    guard let graph = mark.graph else { return }
    let needed = [(graph.id, nodes), (graph.from, edges), (graph.to, edges)] + [graph.weight, graph.label].enumerated().compactMap { index, name in name.map { ($0, index == 0 ? edges : nodes) } }
    for (name, frame) in needed + (graph.layout == .given ? [("x", nodes), ("y", nodes)] : []) where frame[name] == nil {
      result.diagnostics.append(ChartingDiagnostics.unknownColumn(name, known: frame.columnNames, at: mark.range))
      return
    }
    let identifiers = nodes.column(graph.id)
    var index: [String: Int] = [:]
    for row in 0..<nodes.rowCount { index[identifiers[row].description] = row }
    var links: [(from: Int, to: Int, row: Int)] = []
    let (starts, ends) = (edges.column(graph.from), edges.column(graph.to))
    for row in 0..<edges.rowCount {
      for name in [starts[row].description, ends[row].description] where index[name] == nil {
        result.diagnostics.append(Diagnostic.unknownName("RP0710", "node", name, known: index.keys.sorted(), at: mark.range))
        return
      }
      if let from = index[starts[row].description], let to = index[ends[row].description] { links.append((from, to, row)) }
    }
    let places = NetworkLayout(graph.layout, nodes: nodes, links: links.map { ($0.from, $0.to) }).places
    let placed = nodes.setting([FrameColumn("\u{0}x", places.map(\.x)), FrameColumn("\u{0}y", places.map(\.y))])
    result.layers = [self.edges(mark, links, places, graph.weight.map { edges.column($0).numbers }), self.nodes(mark, encoding, placed), texts(mark, placed, graph)]
    for layer in result.layers.indices { result.layers[layer].isAuxiliary = true }
  }

  private static func position(_ column: String, _ range: SourceRange) -> ResolvedChannel {
    var definition = ChannelDefinition(range: range)
    definition.source = .field(column)
    definition.axis.isHidden = true
    definition.axis.grid = false
    definition.title = .hidden
    var scale = ScaleSpec()
    scale.domain = [.real(-0.08), .real(1.08)]
    definition.scale = scale
    var resolved = ResolvedChannel(definition: definition, type: .quantitative, title: "")
    resolved.column = column
    return resolved
  }

  private static func edges(_ mark: MarkSpec, _ links: [(from: Int, to: Int, row: Int)], _ places: [(x: Double, y: Double)], _ weights: [Double]?) -> LayerData {
    var rule = mark
    rule.type = .rule
    rule.color = nil
    rule.strokeDash = mark.strokeDash ?? []
    var encoding: ResolvedEncoding = [:]
    for (channel, column) in [(Channel.x, "\u{0}x"), (.y, "\u{0}y"), (.x2, "\u{0}x2"), (.y2, "\u{0}y2")] { encoding[channel] = [position(column, mark.range)] }
    var columns = [
      FrameColumn("\u{0}x", links.map { places[$0.from].x }), FrameColumn("\u{0}y", links.map { places[$0.from].y }),
      FrameColumn("\u{0}x2", links.map { places[$0.to].x }), FrameColumn("\u{0}y2", links.map { places[$0.to].y }),
    ]
    if let weights {
      let largest = links.map { abs(weights[$0.row]) }.filter(\.isFinite).max() ?? 1
      columns.append(FrameColumn("\u{0}width", links.map { largest > 0 && weights[$0.row].isFinite ? 0.4 + 2.1 * abs(weights[$0.row]) / largest : 0.4 }))
      var width = ResolvedChannel(definition: ChannelDefinition(range: mark.range), type: .quantitative, title: "")
      width.visualColumn = "\u{0}width"
      encoding[.strokeWidth] = [width]
    }
    return CompositeMarks.layer(.rule, rule, encoding, DataFrame(columns, rowCount: links.count))
  }

  private static func nodes(_ mark: MarkSpec, _ encoding: ResolvedEncoding, _ frame: DataFrame) -> LayerData {
    var circle = mark
    circle.type = .circle
    circle.isFilled = true
    circle.isPointHollow = true
    circle.isDirected = false
    circle.size = mark.size ?? nodeArea
    var shown = encoding.filter { $0.key.isColor || $0.key == .detail }
    shown[.x] = [position("\u{0}x", mark.range)]
    shown[.y] = [position("\u{0}y", mark.range)]
    return CompositeMarks.layer(.point, circle, shown, frame)
  }

  /// Short names stand in the circles, longer ones beside them.
  private static func texts(_ mark: MarkSpec, _ frame: DataFrame, _ graph: GraphSpec) -> LayerData {
    var text = mark
    text.type = .text
    text.color = nil
    text.size = nil
    let column = graph.label ?? (frame["label"] == nil ? graph.id : "label")
    let names = frame.column(column)
    if (0..<frame.rowCount).allSatisfy({ names[$0].description.filter { $0 != "$" }.count <= 3 }) {
      text.align = "center"
      text.baseline = "middle"
    }
    var label = ResolvedChannel(definition: ChannelDefinition(range: mark.range), type: .nominal, title: "")
    label.column = column
    let encoding: ResolvedEncoding = [.x: [position("\u{0}x", mark.range)], .y: [position("\u{0}y", mark.range)], .text: [label]]
    return CompositeMarks.layer(.text, text, encoding, frame)
  }
}
