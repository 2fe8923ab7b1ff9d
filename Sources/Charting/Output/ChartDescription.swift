import Tables

/// The alternative text of a chart, from what it shows.
struct ChartDescription {
  let panels: [PanelData]
  let scales: [Int: ResolvedScale]
  let placed: [PlacedPanel]
  let title: String?

  var text: String {
    guard let first = panels.first else { return "Empty chart." }
    var sentences: [String] = []
    sentences.append((title.map { plain($0) + ": " } ?? "") + kind(first) + (panels.count > 1 ? " in \(panels.count) panels" : "") + ".")
    for channel in [Channel.x, .y] { if let sentence = axis(channel, first) { sentences.append(sentence) } }
    if let sentence = series(first) { sentences.append(sentence) }
    if panels.count == 1 { sentences += ends(first) }
    if panels.count > 1 {
      let names = panels.prefix(12).compactMap { panel -> String? in
        panel.facets.isEmpty ? nil : panel.facets.map { FacetLabel.text($0.value, title: $0.title, format: nil) }.joined(separator: ", ")
      }
      if !names.isEmpty { sentences.append("Panels: " + names.map(plain).joined(separator: "; ") + ".") }
    }
    return sentences.joined(separator: " ")
  }

  private func plain(_ text: String) -> String { SpokenText.words(text) }

  private func kind(_ panel: PanelData) -> String {
    var names: [String] = []
    for layer in panel.layers where !layer.isAuxiliary || layer.writtenType == .graph {
      let name: String =
        switch layer.writtenType == .graph ? .graph : layer.mark.type {
        case .line, .trail: "line chart"
        case .point, .circle, .square: "scatter plot"
        case .area, .errorband: layer.primitive == .area && panel.layers.count > 1 ? "bands" : "area chart"
        case .bar: layer.channel(.x)?.isBinned ?? false ? "histogram" : "bar chart"
        case .rect: "heat map"
        case .rule, .errorbar: "rules"
        case .tick: "strip plot"
        case .text: "labels"
        case .boxplot: "box plot"
        case .slope, .function: "reference curves"
        case .contour: "contour plot"
        case .trajectory: "trajectories"
        case .images: "grid of pictures"
        case .graph: "network"
        }
      if !names.contains(name) { names.append(name) }
    }
    let joined = names.isEmpty ? "chart" : names.joined(separator: " with ")
    return joined.prefix(1).uppercased() + joined.dropFirst()
  }

  private func scale(_ channel: Channel, _ panel: PanelData) -> ResolvedScale? {
    panel.layers.lazy.compactMap { $0.scaleIDs[channel].flatMap { scales[$0] } }.first
  }

  private func axis(_ channel: Channel, _ panel: PanelData) -> String? {
    guard let scale = scale(channel, panel) else { return nil }
    let name = channel.rawValue.uppercased() + " axis: " + (scale.title.isEmpty ? "untitled" : plain(scale.title))
    switch scale.mapping {
    case .continuous(let continuous):
      let kind = continuous.transform.isLog ? ", logarithmic" : continuous.kind == .linear ? "" : ", \(continuous.kind.rawValue)"
      return "\(name)\(kind), from \(AxisNumbers.rounded(continuous.low)) to \(AxisNumbers.rounded(continuous.high))."
    case .stepped: return nil
    case .discrete(let discrete):
      let shown = discrete.levels.prefix(8).map { plain(ValueLabel.text($0)) }.joined(separator: ", ")
      return "\(name), \(discrete.levels.count) categories: \(shown)\(discrete.levels.count > 8 ? ", …" : "")."
    }
  }

  private func series(_ panel: PanelData) -> String? {
    guard let scale = Channel.legendChannels.lazy.compactMap({ self.scale($0, panel) }).first(where: { $0.discrete != nil }), let discrete = scale.discrete, discrete.levels.count > 1 else { return nil }
    let names = discrete.levels.prefix(10).map { plain(ValueLabel.text($0)) }.joined(separator: ", ")
    return "\(discrete.levels.count) series by \(plain(scale.title)): \(names)\(discrete.levels.count > 10 ? ", …" : "")."
  }

  /// For each line where it ends and which way it went.
  private func ends(_ panel: PanelData) -> [String] {
    var sentences: [String] = []
    for (layer, geometry) in zip(panel.layers, placed.first?.geometries ?? []) where layer.primitive == .line && !layer.isAuxiliary && geometry.series.count <= 8 {
      guard let column = layer.channel(.y)?.column, layer.orientation == .vertical else { continue }
      let values = layer.frame.column(column).numbers
      for series in geometry.series {
        let path = series.rows.map { values[$0] }.filter(\.isFinite)
        guard let start = path.first, let end = path.last, path.count > 1 else { continue }
        let name = series.key.isEmpty ? "The line" : plain(series.key.map { ValueLabel.text($0.value) }.joined(separator: ", "))
        sentences.append("\(name) \(trend(path)) from \(AxisNumbers.rounded(start)) to \(AxisNumbers.rounded(end)).")
      }
    }
    return sentences
  }

  private func trend(_ path: [Double]) -> String {
    let pairs = zip(path, path.dropFirst())
    if pairs.allSatisfy({ $0 >= $1 }) { return path.first == path.last ? "stays" : "decreases steadily" }
    if pairs.allSatisfy({ $0 <= $1 }) { return "increases steadily" }
    return (path.first ?? 0) > (path.last ?? 0) ? "goes down" : (path.first ?? 0) < (path.last ?? 0) ? "goes up" : "goes"
  }
}
