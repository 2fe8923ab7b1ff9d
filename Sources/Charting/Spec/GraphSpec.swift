/// A network of nodes (the rows of the layer) and edges (a table of their own).
struct GraphSpec: Sendable, Equatable {
  enum Layout: String, Sendable, CaseIterable {
    /// By the columns `x` and `y` of the nodes.
    case given
    /// Sources at the left, every edge to the right.
    case layered
    case circular
  }

  var edges: DataSpec
  var layout = Layout.circular
  /// Columns of the nodes and of the edges.
  var id = "id"
  var label: String?
  var from = "from"
  var to = "to"
  var weight: String?
}
