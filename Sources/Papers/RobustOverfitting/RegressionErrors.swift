extension RobustOverfitting {
  /// The errors of a spline with bumps, by quadrature.
  ///
  /// The spline alone is integrated on a grid of [0, 1]. A grid would miss the bumps, so what they change is integrated
  /// on the interval about each training point from which an attack reaches its bump.
  struct RegressionErrors {
    static let gridPoints = 4000

    /// ∫(b − f*)².
    private(set) var base = 0.0
    /// ∫ sup_{|v| ≤ δ} (b(z + v) − f*(z))² dz.
    private(set) var baseRobust = 0.0
    /// ∫(f − f*)².
    private(set) var standard = 0.0
    /// ∫ sup_{|v| ≤ δ} (f(z + v) − f*(z))² dz.
    private(set) var robust = 0.0
    /// maxᵢ sup_{|v| ≤ δ} (f(xᵢ + v) − yᵢ)².
    private(set) var training = 0.0

    init(of function: GatedSpline) {
      addSpline(function.spline, radius: function.shape.inner)
      (standard, robust) = (base, baseRobust)
      addBumps(of: function)
    }

    private mutating func addSpline(_ spline: LinearSpline, radius: Double) {
      let count = RegressionErrors.gridPoints
      for point in 0..<count {
        let z = (Double(point) + 0.5) / Double(count)
        let target = RegressionSample.target(z)
        var (low, high) = (Double.infinity, -Double.infinity)
        for attack in 0..<BumpWindow.attacks {
          let value = spline(z + BumpWindow.offset(attack, radius: radius))
          (low, high) = (min(low, value), max(high, value))
        }
        base += (spline(z) - target) * (spline(z) - target) / Double(count)
        baseRobust += max((low - target) * (low - target), (high - target) * (high - target)) / Double(count)
      }
    }

    private mutating func addBumps(of function: GatedSpline) {
      let window = BumpWindow(function.shape)
      var values = [BumpWindow.Points](repeating: .zero, count: window.distances.count)
      for (point, x) in function.sample.x.enumerated() {
        function.spline.evaluate(at: x, plus: window.distances, reach: window.reach, into: &values)
        let change = window.changes(values, function, point)
        standard += change.standard
        robust += change.robust
        for attack in 0..<BumpWindow.attacks {
          let distance = BumpWindow.offset(attack, radius: function.shape.inner)
          let error = function.value(at: distance, from: point) - function.sample.y[point]
          training = max(training, error * error)
        }
      }
    }
  }
}
