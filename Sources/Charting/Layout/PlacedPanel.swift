import Graphics

/// A panel at its place on the page, with what its layers draw.
struct PlacedPanel: Sendable {
  var panel: Int
  var row: Int
  var column: Int
  var plot: Rect
  var headers: [String]
  var geometries: [MarkGeometry]
  /// The numbers behind its images.
  var lattices: [CellLattice]
}
