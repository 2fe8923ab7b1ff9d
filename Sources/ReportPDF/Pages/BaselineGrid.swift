/// Where the baselines of running text stand in all columns.
struct BaselineGrid {
  /// From one baseline to the next.
  var leading: Double
  /// From the top of the text to the first one.
  var first: Double

  /// How many lines fit into what is left of a column.
  func lines(in space: Double) -> Int { max(0, Int((space / leading + 0.01).rounded(.down))) }
}
