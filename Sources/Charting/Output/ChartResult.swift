import Diagnostics
import Graphics
import Tables

/// A compiled chart, or why there is none.
package struct ChartResult: Sendable {
  /// The drawing; nil when there are errors.
  package var list: DisplayList?
  package var scene = ChartScene()
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
