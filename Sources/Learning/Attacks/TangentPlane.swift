import NumericalCore

/// The plane on which a linearised difference of logits vanishes, and steps towards it within a box.
struct TangentPlane<Scalar: TensorScalar> {
  private let norm: PerturbationNorm
  private let box: ClosedRange<Scalar>
  private var fromPoint: [Scalar]
  private var fromOrigin: [Scalar]

  init(width: Int, norm: PerturbationNorm, box: ClosedRange<Scalar>) {
    self.norm = norm
    self.box = box
    fromPoint = Array(repeating: 0, count: width)
    fromOrigin = Array(repeating: 0, count: width)
  }

  /// The next point: between the steps of the point and of its origin onto the plane {v : ⟨slope, v − x⟩ = −value}.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  mutating func step(
    from x: UnsafeBufferPointer<Scalar>, origin: UnsafeBufferPointer<Scalar>, slope: UnsafeBufferPointer<Scalar>,
    value: Scalar, largestBias: Scalar, overshoot: Scalar, into y: UnsafeMutableBufferPointer<Scalar>
  ) {
    var atOrigin = value
    for i in x.indices { atOrigin += slope[i] * (origin[i] - x[i]) }
    let first = move(x, slope, by: -value, into: &fromPoint)
    let second = move(origin, slope, by: -atOrigin, into: &fromOrigin)
    let (near, far) = (max(first, Scalar(1e-8)), max(second, Scalar(1e-8)))
    let bias = min(near / (near + far), largestBias)
    for i in x.indices {
      let own = (1 - bias) * (x[i] + overshoot * fromPoint[i])
      y[i] = clip(own + bias * (origin[i] + overshoot * fromOrigin[i]))
    }
  }

  /// The smallest change of `x` within the box with ⟨slope, change⟩ = `rise`, or as near to it as the box allows.
  ///
  /// Along d(λ) = clip(x + λ·v) − x, with v = ±sign(slope) or ±slope, the product with the slope grows monotonically.
  /// - Returns: the norm of the change.
  private func move(
    _ x: UnsafeBufferPointer<Scalar>, _ slope: UnsafeBufferPointer<Scalar>, by rise: Scalar, into change: inout [Scalar]
  ) -> Scalar {
    let side: Scalar = rise < 0 ? -1 : 1
    let goal = abs(rise)
    func direction(_ i: Int) -> Scalar {
      let along = side * slope[i]
      return norm == .linf ? (along > 0 ? 1 : (along < 0 ? -1 : 0)) : along
    }
    func gain(_ lambda: Scalar) -> Scalar {
      var sum: Scalar = 0
      for i in x.indices { sum += (clip(x[i] + lambda * direction(i)) - x[i]) * side * slope[i] }
      return sum
    }
    // Beyond `high` nothing moves any more: every coordinate has reached the box.
    var high: Scalar = 0
    for i in x.indices {
      let speed = abs(direction(i))
      if speed > 0 { high = max(high, (box.upperBound - box.lowerBound) / speed) }
    }
    if high.isFinite && gain(high) > goal {
      var low: Scalar = 0
      for _ in 0..<50 {
        let middle = (low + high) / 2
        if middle <= low || middle >= high { break }
        if gain(middle) < goal { low = middle } else { high = middle }
      }
    }
    var length: Scalar = 0
    for i in x.indices {
      change[i] = high.isFinite ? clip(x[i] + high * direction(i)) - x[i] : 0
      length = norm == .linf ? max(length, abs(change[i])) : length + change[i] * change[i]
    }
    return norm == .linf ? length : length.squareRoot()
  }

  @inline(__always) private func clip(_ value: Scalar) -> Scalar { min(max(value, box.lowerBound), box.upperBound) }
}
