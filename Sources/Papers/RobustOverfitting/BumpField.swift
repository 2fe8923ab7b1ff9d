extension RobustOverfitting {
  /// Σᵢ vᵢ·N_{cᵢ}, evaluated by locality: at any point only the bumps about near centres differ from 0.
  ///
  /// The same function as `ReLUNetwork.bumps(at:values:shape:)`. As it works with the differences x − c, its relative
  /// error does not grow when bumps become narrow.
  struct BumpField {
    let index: PointIndex
    let values: [Double]
    let shape: BumpShape

    /// The sum over the bumps named, which must be all that reach x.
    @inline(__always) func value(at x: UnsafeBufferPointer<Double>, among near: [Int]) -> Double {
      var sum = 0.0
      for bump in near { sum += values[bump] * index.withPoint(bump) { shape.bump(at: x, around: $0) } }
      return sum
    }

    /// The sum over all bumps.
    func callAsFunction(_ x: [Double]) -> Double {
      x.withUnsafeBufferPointer { x in
        var near: [Int] = []
        index.find(within: shape.outer, of: x, into: &near)
        return value(at: x, among: near)
      }
    }
  }
}
