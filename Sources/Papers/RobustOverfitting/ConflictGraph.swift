import NumericalCore

extension RobustOverfitting {
  /// Points of different classes that no classifier gets right robustly together: those within twice the radius.
  ///
  /// A set of points can be right together if and only if it is free of conflicts, so that by König's theorem the least
  /// number of wrong ones is the size of a largest matching.
  struct ConflictGraph {
    /// Slack of a comparison of distances: a tie is a conflict.
    static let slack = 1e-12

    private let count: Int
    /// From each positive point (rows) to each negative one (columns).
    private let distances: Matrix
    /// The least distance between the classes; infinite if one is empty.
    let leastDistance: Double

    init(_ points: LabelledPoints) {
      let positive = points.labels.indices.filter { points.labels[$0] > 0 }
      let negative = points.labels.indices.filter { points.labels[$0] < 0 }
      count = points.count
      distances = Matrix(rows: positive.count, columns: negative.count) {
        points.distance(positive[$0], to: negative[$1], of: points)
      }
      leastDistance = distances.elements.min() ?? .infinity
    }

    /// The least share of wrong points over all classifiers, under attacks of a radius.
    func leastError(radius: Double) -> Double {
      let neighbours = (0..<distances.rows).map { row in
        distances.withUnsafeRow(row) { row in row.indices.filter { row[$0] <= 2 * radius + ConflictGraph.slack } }
      }
      return Double(BipartiteMatching(neighbours: neighbours, rightCount: distances.columns).size) / Double(count)
    }
  }
}
