import Diagnostics
import Graphics
import Tables
import YAMLDocuments

/// Compiles chart specifications into drawings.
///
/// One compiler serves a whole notebook, so that the same method has the same colour in every chart.
package struct ChartCompiler {
  private let labels: LabelTypesetter
  /// The colours given out so far.
  package private(set) var colours: SeriesColours
  private let options: ChartOptions

  package init(labels: LabelTypesetter, colours: SeriesColours = SeriesColours(), options: ChartOptions = ChartOptions()) {
    self.labels = labels
    self.colours = colours
    self.options = options
  }

  /// Parses, resolves, lays out and draws one chart.
  ///
  /// - Parameters:
  ///   - spec: the chart's YAML, without `label`, `caption` and `alt`.
  ///   - data: fetches a table by name, the rows of a query, or a file.
  /// - Returns: a result without drawing if there are errors among its diagnostics.
  package mutating func compile(spec node: YAMLNode, data: (DataSource) -> Result<Table, Diagnostic>) -> ChartResult {
    let parsed = SpecParser.parse(node)
    guard let spec = parsed.spec else { return ChartResult(diagnostics: parsed.diagnostics) }
    return withoutActuallyEscaping(data) { fetch in
      var builder = PanelBuilder(seed: options.seed, fetch: fetch)
      let tree = builder.build(spec)
      let diagnostics = parsed.diagnostics + builder.diagnostics
      guard let tree, !diagnostics.contains(where: { $0.severity == .error }) else { return ChartResult(diagnostics: diagnostics) }
      return draw(spec, tree, builder, diagnostics)
    }
  }

  private mutating func draw(_ spec: ViewSpec, _ tree: PanelTree, _ builder: PanelBuilder, _ before: [Diagnostic]) -> ChartResult {
    // Scales.
    var scaleBuilder = ScaleBuilder(panels: builder.panels, colours: colours)
    let scales = scaleBuilder.scales()
    var notes = builder.notes
    let panels = InvalidRows.removed(builder.panels, scales, notes: &notes)
    let diagnostics = before + scaleBuilder.diagnostics
    if diagnostics.contains(where: { $0.severity == .error }) { return ChartResult(diagnostics: diagnostics) }
    colours = scaleBuilder.colours
    // Layout and drawing.
    // Points at the edge of a plot reach three points beyond it.
    let margin = 3.0
    let layout = FigureLayout(panels: panels, scales: scales, labels: labels, columnWidth: options.columnWidth - 2 * margin)
    let block = layout.block(tree)
    var painter = FigurePainter(panels: panels, scales: scales, labels: labels)
    painter.draw(block, at: Point(margin, margin))
    let description = spec.description.map(SpokenText.words) ?? ChartDescription(panels: panels, scales: scales, placed: painter.placed, title: spec.title).text
    let list = DisplayList(
      width: block.width + 2 * margin, height: block.height + 2 * margin, title: spec.title.map(SpokenText.words) ?? "", description: description, items: painter.canvas.items)
    for note in painter.finalNotes where !notes.contains(note) { notes.append(note) }
    return ChartResult(
      list: list, layout: (painter.placed, panels, scales), description: description, notes: notes, plotted: PlottedTable.make(panels), textBoxes: painter.canvas.textBoxes,
      plots: painter.placed.map(\.plot),
      readout: ChartReadout(placed: painter.placed, panels: panels, scales: scales).json, diagnostics: diagnostics)
  }
}
