extension RobustOverfitting.ReLUNetwork {
  /// Σᵢ vᵢ·N_{cᵢ}(x): a bump about each centre, in two hidden layers.
  ///
  /// A bump has 4d units with one connection and a bias each in the first layer, one unit with 4d connections and a
  /// bias in the second, and one connection to the output: 12d + 2 parameters.
  /// - Parameters:
  ///   - centres: points of one dimension.
  ///   - values: one a centre.
  static func bumps(at centres: [[Double]], values: [Double], shape: RobustOverfitting.BumpShape) -> Self {
    var (corners, bumps): ([Unit], [Unit]) = ([], [])
    for centre in centres {
      var connections: [(source: Int, weight: Double)] = []
      for (axis, c) in centre.enumerated() {
        for (place, sign) in [(shape.outer, 1.0), (shape.inner, -1), (-shape.inner, -1), (-shape.outer, 1)] {
          connections.append((corners.count, sign / shape.ramp))
          corners.append(Unit([(axis, 1)], bias: place - c))
        }
      }
      bumps.append(Unit(connections, bias: 1 - Double(centre.count)))
    }
    return Self(hidden: [corners, bumps], output: Unit(values.enumerated().map { ($0.offset, $0.element) }))
  }

  /// The base classifier x₁ − 0.3 − 0.4·|2x₂ − 1| of d ≥ 2 inputs, or x₁ − 0.5 of one, in two hidden layers.
  ///
  /// |v| = σ(v) + σ(−v) and v = σ(v) − σ(−v); the second layer repeats the first, whose units are not negative.
  static func baseClassifier(dimension: Int) -> Self {
    var first = [Unit([(0, 1)]), Unit([(0, -1)])]
    var output = Unit([(0, 1), (1, -1)], bias: -0.5)
    if dimension > 1 {
      first += [Unit([(1, 2)], bias: -1), Unit([(1, -2)], bias: 1)]
      output = Unit([(0, 1), (1, -1), (2, -0.4), (3, -0.4)], bias: -0.3)
    }
    return Self(hidden: [first, first.indices.map { Unit([($0, 1)]) }], output: output)
  }

  /// A piecewise linear function of one input with bumps that override it: σ(b − M·N) − σ(−b − M·N) + Σᵢ yᵢ·Nᵢ with
  /// N = Σᵢ Nᵢ and M > max|b|, in three hidden layers.
  static func gated(
    _ spline: RobustOverfitting.LinearSpline, at centres: [Double], values: [Double], shape: RobustOverfitting.BumpShape
  ) -> Self {
    let bumps = bumps(at: centres.map { [$0] }, values: values, shape: shape)
    let (corners, count) = (bumps.hidden[0].count, centres.count)
    let slopes = spline.slopes
    let knots = (0...slopes.count).map { Unit([(0, 1)], bias: -Double($0) / Double(slopes.count)) }
    // The change of slope at each knot; outside [0, 1] the function is constant.
    let changes = zip(slopes + [0], [0] + slopes).map { $0 - $1 }
    func base(_ sign: Double) -> Unit {
      Unit(changes.enumerated().map { (corners + $0.offset, sign * $0.element) }, bias: sign * spline.coefficients[0])
    }
    func gate(_ sign: Double) -> Unit {
      Unit([(count, sign), (count + 1, -sign)] + (0..<count).map { (source: $0, weight: -spline.gate) })
    }
    func labels(_ sign: Double) -> Unit { Unit(values.enumerated().map { ($0.offset, sign * $0.element) }) }
    return Self(
      hidden: [
        bumps.hidden[0] + knots, bumps.hidden[1] + [base(1), base(-1)], [gate(1), gate(-1), labels(1), labels(-1)],
      ],
      output: Unit([(0, 1), (1, -1), (2, 1), (3, -1)]))
  }
}
