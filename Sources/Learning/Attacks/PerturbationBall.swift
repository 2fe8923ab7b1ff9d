import Diagnostics
import NumericalCore

/// The images within `radius` of an image, and within the box of valid pixels.
public struct PerturbationBall<Scalar: TensorScalar>: Sendable {
  public let norm: PerturbationNorm
  /// ≥ 0, in units of a pixel.
  public let radius: Scalar
  /// The range of a pixel.
  public let box: ClosedRange<Scalar>

  public init(_ norm: PerturbationNorm, radius: Scalar, box: ClosedRange<Scalar> = 0...1) {
    if !(radius >= 0) { trap("a perturbation ball of radius \(radius)") }
    self.norm = norm
    self.radius = radius
    self.box = box
  }

  /// The points projected into the ball around their origins, then into the box; the origins must lie in the box.
  ///
  /// For ℓ∞ and ℓ₂ the ball comes first and the box after it, which stays within the ball; for ℓ₁ it is the Euclidean
  /// projection onto the intersection, since otherwise the box would waste most of the budget.
  /// - Complexity: O(elements), times about fifty for ℓ₁.
  /// - Source: Croce & Hein, "Mind the box: ℓ₁-APGD for sparse adversarial attacks" (2021), proposition 2.1, for ℓ₁.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func project(_ points: Tensor<Scalar>, around origins: Tensor<Scalar>) -> Tensor<Scalar> {
    if points.shape != origins.shape { trap("points of \(points.shape) around origins of \(origins.shape)") }
    let width = points.count / max(points.shape[0], 1)
    return Tensor(points.shape) { target in
      points.withElements { x in
        origins.withElements { origin in
          for row in 0..<points.shape[0] {
            let range = (row * width)..<((row + 1) * width)
            project(.init(rebasing: x[range]), .init(rebasing: origin[range]), .init(rebasing: target[range]))
          }
        }
      }
    }
  }

  private func project(
    _ x: UnsafeBufferPointer<Scalar>, _ origin: UnsafeBufferPointer<Scalar>, _ y: UnsafeMutableBufferPointer<Scalar>
  ) {
    switch norm {
    case .linf:
      for i in x.indices { y[i] = clip(min(max(x[i], origin[i] - radius), origin[i] + radius)) }
    case .l2:
      var squares: Scalar = 0
      for i in x.indices { squares += (x[i] - origin[i]) * (x[i] - origin[i]) }
      let factor = squares > radius * radius ? radius / squares.squareRoot() : 1
      for i in x.indices { y[i] = clip(origin[i] + factor * (x[i] - origin[i])) }
    case .l1:
      projectOntoSimplexBall(x, origin, y)
    }
  }

  /// uᵢ = clip(oᵢ + soft(xᵢ − oᵢ, λ)) with the smallest λ ≥ 0 for which ‖u − o‖₁ ≤ radius, by bisection.
  private func projectOntoSimplexBall(
    _ x: UnsafeBufferPointer<Scalar>, _ origin: UnsafeBufferPointer<Scalar>, _ y: UnsafeMutableBufferPointer<Scalar>
  ) {
    func length(_ lambda: Scalar, store: Bool) -> Scalar {
      var sum: Scalar = 0
      for i in x.indices {
        let change = x[i] - origin[i]
        let shrunk = change > lambda ? change - lambda : (change < -lambda ? change + lambda : 0)
        let value = clip(origin[i] + shrunk)
        sum += abs(value - origin[i])
        if store { y[i] = value }
      }
      return sum
    }
    if length(0, store: true) <= radius { return }
    var (low, high): (Scalar, Scalar) = (0, 0)
    for i in x.indices { high = max(high, abs(x[i] - origin[i])) }
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { break }
      if length(middle, store: false) > radius { low = middle } else { high = middle }
    }
    _ = length(high, store: true)
  }

  @inline(__always) func clip(_ value: Scalar) -> Scalar { min(max(value, box.lowerBound), box.upperBound) }

  /// The norm of every row of a tensor of perturbations.
  public func norms(_ perturbations: Tensor<Scalar>) -> [Scalar] {
    let rows = perturbations.flattenedRows
    switch norm {
    case .linf: return rows.map(.absolute).reduced(.maximum, along: 1).elements
    case .l2: return rows.reduced(.sumOfSquares, along: 1).map(.squareRoot).elements
    case .l1: return rows.map(.absolute).sum(along: 1).elements
    }
  }

  /// Whether every point lies within the ball around its origin and within the box, up to rounding.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  public func contains(_ points: Tensor<Scalar>, around origins: Tensor<Scalar>, tolerance: Scalar = 1e-5) -> Bool {
    let within = norms(points - origins).allSatisfy { $0 <= radius * (1 + tolerance) + tolerance }
    return within
      && points.withElements { $0.allSatisfy { $0 >= box.lowerBound - tolerance && $0 <= box.upperBound + tolerance } }
  }

  /// Random starts: uniform in the cube for ℓ∞, a random direction at a random share of the radius otherwise; projected.
  func randomPoints(around origins: Tensor<Scalar>, using random: inout RandomSource) -> Tensor<Scalar> {
    let scale = Double(radius)
    if norm == .linf {
      return project(origins + .uniform(origins.shape, in: -scale..<scale.nextUp, using: &random), around: origins)
    }
    let directions = Tensor<Scalar>.normal(origins.shape, using: &random)
    let lengths = norms(directions).map { length in Scalar(random.uniform()) * radius / max(length, .leastNormalMagnitude) }
    return project(origins + directions.scalingRows(by: lengths), around: origins)
  }

  /// The direction of norm 1 in which a linear function grows fastest: sign, normalised gradient, or for ℓ₁ the sign of
  /// the coordinates of largest slope, of which `share` are taken.
  func steepestDirections(_ gradient: Tensor<Scalar>, share: Double = 0) -> Tensor<Scalar> {
    switch norm {
    case .linf: return gradient.map(.sign)
    case .l2:
      return gradient.scalingRows(by: norms(gradient).map { 1 / max($0, Scalar(1e-12)) })
    case .l1: return sparseDirections(gradient, share)
    }
  }

  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  private func sparseDirections(_ gradient: Tensor<Scalar>, _ share: Double) -> Tensor<Scalar> {
    let rows = gradient.flattenedRows
    let width = rows.shape[1]
    let kept = min(width, max(1, Int((share * Double(width)).rounded(.up))))
    var result = Tensor<Scalar>(rows.shape)
    result.withMutableElements { target in
      rows.withElements { source in
        for row in 0..<rows.shape[0] {
          let order = (0..<width).sorted { i, j in
            let (a, b) = (abs(source[row * width + i]), abs(source[row * width + j]))
            return a != b ? a > b : i < j
          }
          for column in order.prefix(kept) {
            let slope = source[row * width + column]
            target[row * width + column] = (slope > 0 ? 1 : (slope < 0 ? -1 : 0)) / Scalar(kept)
          }
        }
      }
    }
    return result.reshaped(to: gradient.shape)
  }
}
