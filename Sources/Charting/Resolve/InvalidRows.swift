import Tables

/// Rows that a scale cannot show.
enum InvalidRows {
  /// Leaves out rows without a place or look on a scale of numbers. Paths keep them, to break there, unless the mark says otherwise.
  static func drop(_ layer: inout LayerData) {
    let isPath = layer.primitive == .line || layer.primitive == .area
    switch layer.mark.invalid {
    case .show: return
    case .filter: break
    case .breakPathsShowDomains, .breakPathsFilterDomains, .breakPathsShowPathDomains, nil: if isPath { return }
    }
    var keep = [Bool](repeating: true, count: layer.frame.rowCount)
    for (channel, list) in layer.encoding where channel.hasScale && channel == channel.scaleChannel {
      for resolved in list {
        guard let column = resolved.column, !resolved.type.isDiscrete, !resolved.definition.isScaleDisabled, !isBand(resolved) else { continue }
        for (row, value) in layer.frame.column(column).numbers.enumerated() where !value.isFinite { keep[row] = false }
      }
    }
    guard keep.contains(false) else { return }
    layer.source = layer.source ?? layer.frame
    layer.frame = layer.frame.selecting(keep.indices.filter { keep[$0] })
  }

  private static func isBand(_ resolved: ResolvedChannel) -> Bool {
    guard let kind = resolved.definition.scale?.kind else { return false }
    return kind == .band || kind == .point || kind == .ordinal
  }

  /// Counts what is not positive on a logarithmic axis and makes it missing; lines break there.
  static func removed(_ panels: [PanelData], _ scales: [Int: ResolvedScale], notes: inout [String]) -> [PanelData] {
    var result = panels
    var counts: [Channel: Int] = [:]
    for (p, panel) in panels.enumerated() {
      for (l, layer) in panel.layers.enumerated() where !layer.isAuxiliary {
        for channel in [Channel.x, .y] {
          guard let scale = layer.scaleIDs[channel].flatMap({ scales[$0] })?.continuous, scale.transform.isLog else { continue }
          guard let resolved = layer.channel(channel), let column = resolved.column, !resolved.isBinned else { continue }
          let values = layer.frame.column(column).numbers
          let bad = values.filter { $0 <= 0 }.count
          guard bad > 0 else { continue }
          counts[channel, default: 0] += bad
          result[p].layers[l].frame = layer.frame.setting([FrameColumn(column, values.map { $0 <= 0 ? .nan : $0 })])
        }
      }
    }
    for channel in [Channel.x, .y] {
      guard let count = counts[channel] else { continue }
      notes.append("\(count) \(count == 1 ? "row" : "rows") with a non-positive value \(count == 1 ? "is" : "are") not shown on the logarithmic \(channel.rawValue) axis.")
    }
    return result
  }
}
