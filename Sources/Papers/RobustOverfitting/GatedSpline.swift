extension RobustOverfitting {
  /// A linear spline with bumps that override it at the training points: σ(b − M·N) − σ(−b − M·N) + Σᵢ yᵢ·Nᵢ.
  ///
  /// The same function as `ReLUNetwork.gated(_:at:values:shape:)`, by distances from the nearest training point, which
  /// keep their digits however narrow the bumps are.
  struct GatedSpline {
    /// Bumps up to this half-width δ, times 1/n, are so far apart that an attack meets one of them only.
    static let widest = 0.119

    let spline: LinearSpline
    let sample: RegressionSample
    let shape: BumpShape

    /// The value where the spline is b and the bump of a label y is at height T.
    @inline(__always) func value(base b: Double, height T: Double, label y: Double) -> Double {
      max(0, b - spline.gate * T) - max(0, -b - spline.gate * T) + y * T
    }

    /// The value at a distance from a training point, no other being near.
    func value(at distance: Double, from point: Int) -> Double {
      value(
        base: spline(sample.x[point] + distance), height: shape.trapezoid(distance), label: sample.y[point])
    }
  }
}
