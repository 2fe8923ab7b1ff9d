extension RobustOverfitting {
  /// Training points that have a bump.
  struct MemorisedPoints {
    private let points: LabelledPoints
    private let centres: [Int]

    init(_ points: LabelledPoints, _ centres: [Int]) { (self.points, self.centres) = (points, centres) }

    /// Whether the centre of a bump of the other class is within a distance of a point.
    func contradicts(_ data: LabelledPoints, _ point: Int, within distance: Double) -> Bool {
      let limit = distance + ConflictGraph.slack
      return centres.contains {
        points.labels[$0] != data.labels[point] && points.distance($0, to: point, of: data, limit: limit) <= limit
      }
    }
  }
}
