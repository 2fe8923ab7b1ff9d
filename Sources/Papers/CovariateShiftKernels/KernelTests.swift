import NumericalCore

extension CovariateShiftKernels {
  /// Test points t_l with probabilities p_l, as a kernel method on the inputs X sees them.
  struct KernelTests {
    /// C = Σ_l p_l·k(X, t_l)·k(t_l, X), or a root of it, whichever is smaller.
    enum Influence {
      /// √p_l·k(X, t_l) in columns: `[n × tests]`.
      case roots(Matrix)
      /// C, `[n × n]`.
      case moments(Matrix)
    }

    /// k(t_l, X), `[tests × n]`.
    let cross: Matrix
    /// Non-negative, of sum 1.
    let probabilities: [Double]
    let influence: Influence

    /// - Parameter probabilities: equal ones if nil.
    init(cross: Matrix, probabilities: [Double]? = nil) {
      let probabilities = probabilities ?? [Double](repeating: 1 / Double(cross.rows), count: cross.rows)
      self.cross = cross
      self.probabilities = probabilities
      var roots = cross
      roots.withUnsafeMutableElements { elements in
        for (row, probability) in probabilities.enumerated() {
          Vector.scale(
            UnsafeMutableBufferPointer(rebasing: elements[(row * cross.columns)..<((row + 1) * cross.columns)]),
            by: probability.squareRoot())
        }
      }
      influence =
        cross.rows < cross.columns
        ? .roots(roots.transposed()) : .moments(Matrix.symmetricProduct(roots, transposingLeft: true))
    }

    /// Σ_l p_l·(f̂(t_l) − y_l)² for the predictions f̂ with given coefficients.
    func meanSquaredError(_ coefficients: [Double], targets: [Double]) -> Double {
      let predictions = cross * coefficients
      return zip(probabilities, zip(predictions, targets)).reduce(0) {
        $0 + $1.0 * ($1.1.0 - $1.1.1) * ($1.1.0 - $1.1.1)
      }
    }
  }
}
