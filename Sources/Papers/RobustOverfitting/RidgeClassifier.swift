import NumericalCore

extension RobustOverfitting {
  /// The sign of w·x + b, with (w, b) by ridge regression on labels ±1; b is penalised, too.
  struct RidgeClassifier {
    let weights: [Double]
    let bias: Double
    /// ‖w‖₁: an attack of radius δ moves the value by at most δ times this.
    let steepness: Double

    /// - Parameter ridge: the penalty divided by the number of points.
    /// - Throws: `LinearAlgebraError.notPositiveDefinite` if the penalty is too small to make the problem solvable.
    init(_ data: LabelledPoints, ridge: Double) throws(LinearAlgebraError) {
      let d = data.dimension
      let design = Matrix(rows: data.count, columns: d + 1) { $1 == d ? 1 : data.coordinates[$0 * d + $1] }
      var normal = Matrix.symmetricProduct(design, transposingLeft: true)
      normal.addToDiagonal(ridge * Double(data.count))
      var target = [Double](repeating: 0, count: d + 1)
      design.multiplyTransposed(data.labels.map(Double.init), into: &target)
      let solution = try Cholesky(normal).solve(target)
      (weights, bias, steepness) = (Array(solution.prefix(d)), solution[d], Vector.l1Norm(Array(solution.prefix(d))))
    }

    /// y·(w·x + b) of each point.
    func margins(_ data: LabelledPoints) -> [Double] {
      (0..<data.count).map { point in
        var value = bias
        for j in weights.indices { value += weights[j] * data.coordinates[point * data.dimension + j] }
        return Double(data.labels[point]) * value
      }
    }
  }
}
