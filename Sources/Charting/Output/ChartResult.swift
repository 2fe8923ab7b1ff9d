import Diagnostics
import Graphics
import Tables

/// A compiled chart, or why there is none.
package struct ChartResult: Sendable {
  /// The drawing; nil when there are errors.
  package var list: DisplayList?
  /// What the scene is worked out from.
  var layout: (placed: [PlacedPanel], panels: [PanelData], scales: [Int: ResolvedScale])?
  /// The alternative text.
  package var description = ""
  /// What a reader has to know beside the caption: centres and bands, rows left out, labels left out.
  package var notes: [String] = []
  /// The numbers as plotted, one row a drawn item.
  package var plotted = Table([])
  /// Where every text came to stand.
  package var textBoxes: [TextBox] = []
  /// Where the plots stand, panel by panel.
  package var plots: [Rect] = []
  /// How places in the plots are read as values, as JSON; see `ChartReadout`.
  package var readout = "[]"
  package var diagnostics: [Diagnostic] = []
}

extension ChartResult {
  /// The domains and the places of all marks, worked out when asked for.
  /// - Complexity: O(marks).
  package var scene: ChartScene { layout.map { ChartScene(placed: $0.placed, panels: $0.panels, scales: $0.scales) } ?? ChartScene() }
}
