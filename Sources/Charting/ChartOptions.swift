/// What a chart takes from the report around it.
package struct ChartOptions: Sendable, Equatable {
  /// The width of the text column, in points: the most that a chart may have.
  package var columnWidth: Double
  /// For whatever draws lots, such as bootstrap intervals.
  package var seed: UInt64

  package init(columnWidth: Double = 456, seed: UInt64 = 0) {
    self.columnWidth = columnWidth
    self.seed = seed
  }
}
