import NumericalCore

extension TraceNormMultitask {
  /// Alternating exact minimisation of f(U·Vᵀ) + (λ/2)(‖U‖² + ‖V‖²), whose minimum is that of f + λ‖·‖_* if the
  /// factors are wide enough.
  struct BurerMonteiro {
    /// U, `[d × k]`.
    private(set) var left: Matrix
    /// V, `[T × k]`.
    private(set) var right: Matrix
    private let loss: MultitaskLoss
    private let penalty: Double
    /// G_t, a row each: `[T × d²]`.
    private let grams: Matrix

    init(_ loss: MultitaskLoss, penalty: Double, start: Matrix) {
      self.loss = loss
      self.penalty = penalty
      left = start
      right = Matrix(rows: loss.taskCount, columns: start.columns)
      let size = loss.dimension * loss.dimension
      grams = Matrix(
        rows: loss.taskCount, columns: size, elements: (0..<loss.taskCount).flatMap { loss.gram($0).elements })
    }

    /// Minimises over V, then over U.
    /// - Throws: `LinearAlgebraError.notPositiveDefinite` if rounding swallows the penalty.
    mutating func sweep() throws(LinearAlgebraError) {
      try updateRight()
      try updateLeft()
    }

    /// (Uᵀ·G_t·U + λI)·v_t = Uᵀ·b_t for each task.
    private mutating func updateRight() throws(LinearAlgebraError) {
      let width = left.columns
      for task in 0..<loss.taskCount {
        let spread = loss.gram(task) * left
        var system = Matrix.multiply(left, spread, transposingLeft: true)
        for a in 0..<width { system[a, a] += penalty }
        var moments = [Double](repeating: 0, count: width)
        left.multiplyTransposed(loss.moments.row(task), into: &moments)
        let solution = try Cholesky(system).solve(moments)
        for a in 0..<width { right[task, a] = solution[a] }
      }
    }

    /// (Σ_t G_t ⊗ v_t·v_tᵀ + λI)·vec(U) = vec(Σ_t b_t·v_tᵀ), with vec row by row.
    private mutating func updateLeft() throws(LinearAlgebraError) {
      let (d, k) = (left.rows, left.columns)
      let squares = Matrix(rows: loss.taskCount, columns: k * k) { task, index in
        right[task, index / k] * right[task, index % k]
      }
      let blocks = Matrix.multiply(grams, squares, transposingLeft: true)
      var system = Matrix(rows: d * k, columns: d * k) { row, column in
        blocks[row / k * d + column / k, row % k * k + column % k]
      }
      for i in 0..<(d * k) { system[i, i] += penalty }
      let moments = Matrix.multiply(loss.moments, right, transposingLeft: true)
      left = Matrix(rows: d, columns: k, elements: try Cholesky(system).solve(moments.elements))
    }

    /// f(U·Vᵀ) + (λ/2)(‖U‖² + ‖V‖²).
    var objective: Double {
      let coefficients = Matrix.multiply(right, left, transposingRight: true)
      var hessian = coefficients
      loss.applyHessian(coefficients, into: &hessian)
      let size = Vector.squaredNorm(left.elements) + Vector.squaredNorm(right.elements)
      return loss.value(coefficients, hessian: hessian) + penalty / 2 * size
    }
  }
}
