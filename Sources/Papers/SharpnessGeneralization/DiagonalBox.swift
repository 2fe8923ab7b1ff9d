import NumericalCore

extension SharpnessGeneralization {
  /// Worst-case adaptive ℓ∞ sharpness of a diagonal linear network at a solution:
  ///
  ///     max ½·(β ⊙ t)ᵀ(XᵀX/n)(β ⊙ t),  tᵢ = (1 + aᵢ)(1 + bᵢ) − 1,  |aᵢ|, |bᵢ| ≤ ρ.
  ///
  /// The function is convex in t, so it is largest where every tᵢ is at an end of its interval. Up to 16 features all such
  /// points are compared; beyond that Auto-PGD searches from several of them, which gives a lower bound.
  struct DiagonalBox {
    /// Features up to which all vertices are visited.
    static let exactLimit = 16

    /// Q = diag(β)·XᵀX·diag(β)/n.
    private let form: Matrix
    private let radius: Double

    init(_ design: Matrix, coefficients beta: [Double], radius: Double) {
      let scaled = Matrix(rows: design.rows, columns: design.columns) { i, j in
        design[i, j] * beta[j] / Double(design.rows).squareRoot()
      }
      form = Matrix.multiply(scaled, scaled, transposingLeft: true)
      self.radius = radius
    }

    func maximum() throws -> Double {
      form.rows <= DiagonalBox.exactLimit ? overVertices() : try byAscent()
    }

    /// The ends of the interval of (1 + a)(1 + b) − 1.
    private var ends: (low: Double, high: Double) {
      (radius <= 1 ? radius * (radius - 2) : -radius * radius, radius * (2 + radius))
    }

    /// All vertices in the order of a Gray code, in which neighbours differ in one coordinate.
    func overVertices() -> Double {
      let size = form.rows
      let (low, high) = ends
      var point = [Double](repeating: high, count: size)
      var image = form * point
      var value = 0.5 * Vector.dot(point, image)
      var best = value
      for code in 1..<max(1 << size, 2) {
        let flipped = code.trailingZeroBitCount
        if flipped >= size { break }
        let change = point[flipped] == high ? low - high : high - low
        value += change * (image[flipped] + 0.5 * change * form[flipped, flipped])
        point[flipped] = change < 0 ? low : high
        for index in 0..<size { image[index] += change * form[index, flipped] }
        best = max(best, value)
      }
      return best
    }

    /// Auto-PGD from the vertices where all t are largest and where they follow the signs of the leading eigenvectors.
    func byAscent() throws -> Double {
      let size = form.rows
      let eigen = try SymmetricEigen(form)
      var starts = [[Double](repeating: radius, count: 2 * size)]
      for rank in 0..<min(4, size) {
        let vector = eigen.vectors.column(size - 1 - rank)
        for sign in [1.0, -1.0] {
          let half = vector.map { sign * $0 < 0 ? -min(radius, 1) : radius }
          starts.append(half + half)
        }
      }
      let ascent = WorstCaseAscent<Double>(ball: .linf, radius: radius)
      return starts.map { ascent.maximise(from: Tensor(vector: $0), value).best }.reduce(0, max)
    }

    /// The rise of the loss at (a, b), and its gradient.
    private func value(_ moves: Tensor<Double>) -> (value: Double, gradient: Tensor<Double>) {
      let (size, moves) = (form.rows, moves.elements)
      let t = (0..<size).map { (1 + moves[$0]) * (1 + moves[size + $0]) - 1 }
      let image = form * t
      let gradient = (0..<(2 * size)).map { index in
        let (own, other) = (index % size, (index + size) % (2 * size))
        return image[own] * (1 + moves[other])
      }
      return (0.5 * Vector.dot(t, image), Tensor(vector: gradient))
    }
  }
}
