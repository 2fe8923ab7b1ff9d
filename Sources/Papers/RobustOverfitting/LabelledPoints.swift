import Learning

extension RobustOverfitting {
  /// Points of two classes.
  struct LabelledPoints {
    let dimension: Int
    /// Point by point.
    let coordinates: [Double]
    /// 1 or −1.
    let labels: [Int]

    init(dimension: Int, coordinates: [Double], labels: [Int]) {
      (self.dimension, self.coordinates, self.labels) = (dimension, coordinates, labels)
    }

    /// Images with the answers to a question about their digits.
    init(_ images: ImageDataset, _ question: DigitQuestion) {
      self.init(
        dimension: images.shape.size, coordinates: images.pixels.map(Double.init),
        labels: images.labels.map(question.sign))
    }

    var count: Int { labels.count }

    /// The Chebyshev distance of a point of this set to one of another, exact where it is at most `limit` and otherwise
    /// only more than that.
    @inline(__always) func distance(
      _ point: Int, to other: Int, of others: LabelledPoints, limit: Double = .infinity
    ) -> Double {
      coordinates.withUnsafeBufferPointer { a in
        others.coordinates.withUnsafeBufferPointer { b in
          var largest = 0.0
          for j in 0..<dimension {
            largest = max(largest, abs(a[point * dimension + j] - b[other * dimension + j]))
            if largest > limit { break }
          }
          return largest
        }
      }
    }
  }
}
