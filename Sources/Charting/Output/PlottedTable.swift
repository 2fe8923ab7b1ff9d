import Tables

/// The numbers of a chart as a table for its readers.
enum PlottedTable {
  /// All layers of all panels one below the other; columns are named by fields, summaries by what they are.
  static func make(_ panels: [PanelData]) -> Table {
    var frames: [DataFrame] = []
    for panel in panels {
      for layer in panel.layers where layer.frame.rowCount > 0 && layer.mark.type != .slope && layer.mark.type != .function {
        frames.append(frame(layer, panel))
      }
    }
    guard !frames.isEmpty else { return Table([]) }
    return DataFrame.concatenating(frames).table
  }

  private static func frame(_ layer: LayerData, _ panel: PanelData) -> DataFrame {
    var columns: [FrameColumn] = []
    func add(_ column: FrameColumn, _ name: String) {
      if !columns.contains(where: { $0.name == name }) { columns.append(column.renamed(name)) }
    }
    for facet in panel.facets {
      let values = [Value](repeating: facet.value, count: layer.frame.rowCount)
      add(FrameColumn(facet.title, values: values), facet.title)
    }
    for channel in Channel.allCases {
      for resolved in layer.encoding[channel] ?? [] {
        guard let column = resolved.column else { continue }
        add(layer.frame.column(column), name(column, resolved, channel))
        if let end = resolved.binEnd { add(layer.frame.column(end), (plain(resolved.definition.field) ?? "bin") + "_end") }
      }
    }
    return DataFrame(columns, rowCount: layer.frame.rowCount)
  }

  private static func plain(_ field: String?) -> String? { field.flatMap { $0.hasPrefix("\u{0}") ? nil : $0 } }

  private static func name(_ column: String, _ resolved: ResolvedChannel, _ channel: Channel) -> String {
    // Columns of the chart's own begin with U+0000: a network has no fields but those.
    guard let field = plain(resolved.definition.field) else { return column.hasPrefix("\u{0}") ? String(column.dropFirst()) : column }
    switch column {
    case "\u{0}center": return field
    case "\u{0}low", "\u{0}start": return field + "_low"
    case "\u{0}high", "\u{0}end": return field + "_high"
    case let name where name.hasPrefix("\u{0}number_") || name.hasPrefix("\u{0}before_"): return field
    case let name where name.hasPrefix("\u{0}"): return field + "_" + name.dropFirst()
    default: return resolved.aggregate == nil && !column.hasPrefix("bin_") ? column : column.hasPrefix("bin_") ? field : column
    }
  }
}
