import Tables

/// What a layer draws, in shares of the plot's width and height (origin top left, y down).
struct MarkGeometry: Sendable {
  /// One series, or all items of a layer without series.
  struct Series: Sendable {
    var key: [(channel: Channel, value: Value)]
    /// Rows of the layer's frame, in drawing order.
    var rows: [Int]
    var x: [Double]
    var y: [Double]
    var x2: [Double]?
    var y2: [Double]?
    /// By row.
    var texts: TextLabels?
    /// In square points, where encoded.
    var sizes: [Double]?
  }

  var primitive: LayerData.Primitive
  var layer: Int
  var series: [Series]
}
