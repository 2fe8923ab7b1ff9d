import Diagnostics
import Tables

/// Small multiples.
extension PanelBuilder {
  mutating func facet(_ view: ViewSpec, _ spec: ViewSpec.FacetSpec, _ inner: ViewSpec, _ outer: BuildContext) -> PanelTree? {
    var context = outer
    context.width = inner.width ?? context.width
    context.height = inner.height ?? context.height
    guard let frame = context.frame else {
      diagnostics.append(ChartingDiagnostics.missing("'data'", in: "a facet", at: view.range))
      return nil
    }
    if case .unit = inner.content, inner.data == nil, !inner.transforms.isEmpty, lacks(frame, [spec.row, spec.column, spec.wrap]) {
      // The panels differ in a column that their own transforms make.
      var whole = inner
      whole.encoding = [:]
      guard let prepared = prepared(whole, context), let made = prepared.frame else { return nil }
      var bare = inner
      bare.transforms = []
      context.frame = made
      return facet(view, spec, bare, context)
    }
    let cut = cutting(frame, [spec.row, spec.column ?? spec.wrap])
    context.frame = cut
    context.whole = cut
    let rows = levels(spec.row, cut)
    let columns = levels(spec.column ?? spec.wrap, cut)
    guard let rows, let columns else { return nil }
    var grid = PanelGrid(cells: [], title: view.title, titleAnchor: view.titleAnchor, spacing: view.spacing, isFaceted: true)
    grid.sharesX = view.resolve.scale[.x] != .independent
    grid.sharesY = view.resolve.scale[.y] != .independent
    let firstPanel = panels.count
    var shown: [Int] = []
    for row in rows {
      var cells: [Int?] = []
      for (place, column) in columns.enumerated() {
        var cell = context
        cell.facets = context.facets + [row, column].compactMap { $0 }.map { ($0.column, $0.title, $0.value) }
        for (channel, resolution) in view.resolve.scale where resolution == .independent { cell.scaleIDs[channel] = freshScale() }
        // The rows may come from the facet itself; a table further in is restricted where it is read.
        cell = restricted(cell)
        guard let prepared = prepared(inner, cell) else { return nil }
        let panel = single(inner, prepared)
        if rows.count == 1, isBare(panel, inner) {
          panels.removeLast()
        } else {
          cells.append(panel)
          shown.append(place)
        }
      }
      grid.cells.append(cells)
    }
    if case .unit = inner.content { centre(panels[firstPanel...].indices) }
    return .grid(arranged(grid, rows, rows.count == 1 ? shown.map { columns[$0] } : columns, spec))
  }

  /// No row of the facet's value has a place: Vega-Lite leaves the panel out where it holds one mark.
  private func isBare(_ panel: Int?, _ view: ViewSpec) -> Bool {
    guard case .unit = view.content, let panel, panel == panels.count - 1, panels[panel].layers.count == 1 else { return false }
    let layer = panels[panel].layers[0]
    return layer.frame.rowCount == 0 && (layer.source?.rowCount ?? 0) > 0
  }

  /// Stacks around a middle have the same one in all panels of a facet.
  private mutating func centre(_ places: Range<Int>) {
    func ends(_ panel: Int) -> [Double] { panels[panel].layers.first?.frame.column("\u{0}end").numbers.filter(\.isFinite) ?? [] }
    let centred = places.filter { place in
      panels[place].layers.count == 1 && panels[place].layers[0].encoding.values.contains { $0.contains { $0.isStacked && $0.definition.stack == .center } }
    }
    let widest = centred.compactMap { ends($0).max() }.max() ?? 0
    for place in centred {
      guard let own = ends(place).max(), own < widest else { continue }
      let frame = panels[place].layers[0].frame
      panels[place].layers[0].frame = frame.setting(
        ["\u{0}start", "\u{0}end"].map { name in FrameColumn(name, frame.column(name).numbers.map { $0 + (widest - own) / 2 }) })
    }
  }

  private func lacks(_ frame: DataFrame, _ definitions: [ChannelDefinition?]) -> Bool {
    definitions.contains { definition in definition?.field.map { frame[$0] == nil } ?? false }
  }

  private static func facetColumn(_ definition: ChannelDefinition) -> String {
    let field = definition.field ?? ""
    if let unit = definition.timeUnit { return "\u{0}facet_\(unit.name)_\(field)" }
    if let bin = definition.bin, !bin.isBinned { return "\u{0}facet_bin_\(field)" }
    return field
  }

  /// The rows with the bins and units of time that facets ask for.
  private func cutting(_ frame: DataFrame, _ definitions: [ChannelDefinition?]) -> DataFrame {
    var result = frame
    for definition in definitions.compactMap({ $0 }) {
      guard let field = definition.field, let column = frame[field] else { continue }
      let name = Self.facetColumn(definition)
      if let unit = definition.timeUnit {
        result = result.setting([FrameColumn(name, unit.isBinned ? column.instants : column.instants.map(unit.floor))])
      } else if let bin = definition.bin, !bin.isBinned {
        let binning = Binning(bin, values: column.numbers, defaultMaxBins: Binning.defaultCount(.facet))
        let starts = column.numbers.map(binning.lower)
        let texts = starts.map { $0.isNaN ? nil : "\(NumberFormat.shortest($0)) – \(NumberFormat.shortest(binning.upper(ofLower: $0)))" }
        result = result.setting([FrameColumn(name, texts: texts), FrameColumn(name + "_start", starts)])
      }
    }
    return result
  }

  private typealias FacetLevel = (column: String, title: String, value: Value, label: String)

  /// The levels of a facet field in their order; one nil where there is no such field.
  private mutating func levels(_ definition: ChannelDefinition?, _ frame: DataFrame) -> [FacetLevel?]? {
    guard let definition else { return [nil] }
    guard let name = definition.field, frame[name] != nil else {
      diagnostics.append(ChartingDiagnostics.unknownColumn(definition.field ?? "", known: frame.columnNames, at: definition.range))
      return nil
    }
    let field = Self.facetColumn(definition)
    let (codes, distinct) = frame.column(field).coded()
    let present = Set(codes)
    let found = distinct.indices.filter { present.contains(Int32($0)) }.map { distinct[$0] } + (present.contains(-1) ? [.null] : [])
    var sort = definition.sort
    // Bins stand in the order of their starts.
    if sort == nil || sort == .ascending, definition.bin != nil, definition.bin?.isBinned != true { sort = .field(field + "_start", .min, descending: false) }
    let ordered = DomainOrder.sorted(found, sort, frame: frame, column: field, encoding: [:])
    if ordered.count > 100 {
      diagnostics.append(ChartingDiagnostics.unsuitable("'\(field)' has \(ordered.count) values, too many for panels", at: definition.range))
      return nil
    }
    let title = definition.header.title.text ?? definition.title.text ?? name
    let timeFormat = definition.header.format ?? definition.format ?? definition.timeUnit?.format
    let isHidden = definition.header.title == .hidden || definition.title == .hidden
    return ordered.map { value in
      if definition.timeUnit != nil || definition.type == .temporal, let instant = value.number {
        return (field, title, value, definition.header.labels ? timeFormat.flatMap(TimeFormat.init)?.string(instant) ?? TimeTicks.label(instant) : "")
      }
      return (field, title, value, definition.header.labels ? FacetLabel.text(value, title: isHidden ? nil : title, format: definition.header.format ?? definition.format) : "")
    }
  }

  private func arranged(_ grid: PanelGrid, _ rows: [FacetLevel?], _ columns: [FacetLevel?], _ spec: ViewSpec.FacetSpec) -> PanelGrid {
    var grid = grid
    if spec.wrap != nil {
      let all = grid.cells.flatMap { $0 }
      let count = min(all.count, spec.columns ?? (all.count <= 3 ? max(1, all.count) : all.count == 4 ? 2 : 3))
      grid.cellHeaders = columns.map { $0?.label ?? "" }
      grid.cells = stride(from: 0, to: all.count, by: max(1, count)).map { start in
        let row = Array(all[start..<min(all.count, start + count)])
        return row + [Int?](repeating: nil, count: count - row.count)
      }
    } else {
      grid.rowHeaders = rows.compactMap { $0?.label }
      grid.columnHeaders = columns.compactMap { $0?.label }
    }
    return grid
  }
}
