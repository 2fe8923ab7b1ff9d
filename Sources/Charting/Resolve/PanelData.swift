import Graphics
import Tables

/// One plot of a chart: its layers over a shared frame.
struct PanelData: Sendable {
  var layers: [LayerData]
  var title: String?
  var width: ViewSpec.Size?
  var height: ViewSpec.Size?
  /// The values of the facet fields.
  var facets: [(title: String, value: Value)] = []
  var legend: LegendPlacement?
  var configuration = ViewSpec.Configuration()
}

/// How the panels of a chart stand.
indirect enum PanelTree: Sendable {
  case grid(PanelGrid)
  /// Side by side, wrapped after `columns`.
  case concat([PanelTree], columns: Int?, title: String?, anchor: LabelBox.Anchor, spacing: Double?)
}

/// Small multiples, or a single panel (one row, one column).
struct PanelGrid: Sendable {
  /// Indices of panels, row by row; nil where there is no data.
  var cells: [[Int?]]
  /// Above the columns.
  var columnHeaders: [String] = []
  /// At the right of the rows.
  var rowHeaders: [String] = []
  /// Above each panel, when wrapped.
  var cellHeaders: [String] = []
  var title: String?
  var titleAnchor = LabelBox.Anchor.start
  var spacing: Double?
  /// Axes of inner panels are left out.
  var sharesX = true
  var sharesY = true
  var isFaceted = false
}
