import Tables

/// The laid-out chart as numbers: domains, legends and the normalised places of all marks.
///
/// Places are those of the size that the specification states, or of Vega-Lite's 300 × 300 points (20 a category) where it states none, so
/// that lengths in points mean what they mean there; the drawing is fitted to the page.
package struct ChartScene: Sendable {
  struct View: Sendable {
    var row: Int
    var column: Int
    var width: Double
    var height: Double
    var scales: [(channel: Channel, kind: String, domain: [Value])]
    var legends: [(channel: Channel, title: String, entries: [Value])]
    var headers: [String]
    var marks: [MarkGeometry]
  }

  var views: [View] = []

  package init() {}

  init(placed: [PlacedPanel], panels: [PanelData], scales: [Int: ResolvedScale]) {
    let tops = Self.ranks(placed.map(\.plot.y))
    for (index, place) in placed.enumerated() {
      let panel = panels[place.panel]
      // A combination of rows and columns that the data lack has a frame, but is no view.
      if !panel.facets.isEmpty, panel.layers.count == 1, panel.layers[0].frame.rowCount == 0 { continue }
      let column = placed.indices.filter { tops[$0] == tops[index] && placed[$0].plot.x < place.plot.x }.count
      let size = NominalSize(panel, scales: scales)
      var view = View(
        row: tops[index], column: column, width: size.width, height: size.height, scales: [], legends: [], headers: place.headers, marks: [])
      var seen: Set<Int> = []
      for layer in panel.layers {
        for channel in Channel.allCases {
          guard layer.channel(channel) != nil, let id = layer.scaleIDs[channel.scaleChannel], let scale = scales[id], seen.insert(id).inserted else { continue }
          view.scales.append((channel.scaleChannel, scale.kind.rawValue, Self.domain(scale)))
          if Channel.legendChannels.contains(channel), !scale.definition.legend.isHidden { view.legends.append((channel, scale.title, Self.entries(scale))) }
        }
      }
      view.marks = SceneMarks(panel: panel, scales: scales, size: size).marks()
      views.append(view)
    }
    views.sort { ($0.row, $0.column) < ($1.row, $1.column) }
  }

  /// Places that differ by rounding alone are one.
  private static func ranks(_ values: [Double]) -> [Int] {
    let rounded = values.map { ($0 * 16).rounded() }
    let distinct = Array(Set(rounded)).sorted()
    return rounded.map { distinct.firstIndex(of: $0) ?? 0 }
  }

  private static func domain(_ scale: ResolvedScale) -> [Value] {
    switch scale.mapping {
    case .discrete(let discrete): discrete.levels
    case .stepped(let stepped): stepped.domain.map { .real($0) }
    case .continuous: scale.statedDomain.map { .real($0) }
    }
  }

  /// Of a legend: names, steps in words, or the ends of a domain.
  private static func entries(_ scale: ResolvedScale) -> [Value] {
    let wanted = scale.definition.legend.values
    switch scale.mapping {
    case .discrete(let discrete): return wanted ?? discrete.levels
    case .stepped(let stepped): return stepped.labels { scale.label(.real($0)) }.map { .text($0) }
    case .continuous: return wanted ?? scale.statedDomain.map { .real($0) }
    }
  }
}
