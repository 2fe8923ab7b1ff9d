import Tables

/// Rows that a scale cannot show.
enum InvalidRows {
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
