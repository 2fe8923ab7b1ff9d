import NumericalCore

/// F(x) = E[cos(πd·w₁)σ(⟨w, x⟩)] over w uniform in [−1/d, 1/d]ᵈ, a function of path norm at most 1, approximated by the mean
/// over m = qᵈ neurons.
struct NeuronDraws {
  enum Scheme: String, CaseIterable {
    /// Independent draws of w.
    case iid
    /// One uniform draw in each of the qᵈ cells of the cube.
    case stratified
  }

  let dimension: Int
  let cells: Int
  let scheme: Scheme

  /// m.
  var count: Int { (0..<dimension).reduce(1) { product, _ in product * cells } }

  /// One draw of the approximation at the points in the rows.
  func values(_ points: Matrix, _ random: inout RandomSource) -> [Double] {
    var sums = [Double](repeating: 0, count: points.rows)
    var w = [Double](repeating: 0, count: dimension)
    let width = 2 / Double(dimension)
    points.withUnsafeElements { points in
      for neuron in 0..<count {
        var cell = neuron
        for axis in 0..<dimension {
          var unit = random.uniform()
          if scheme == .stratified {
            unit = (Double(cell % cells) + unit) / Double(cells)
            cell /= cells
          }
          w[axis] = width * (unit - 0.5)
        }
        let weight = CircularFunctions.cosine(Double.pi * Double(dimension) * w[0])
        for i in sums.indices {
          var product = 0.0
          for axis in 0..<dimension { product += w[axis] * points[i * dimension + axis] }
          if product > 0 { sums[i] += weight * product }
        }
      }
    }
    return sums.map { $0 / Double(count) }
  }
}
