import NumericalCore

extension SharpnessGeneralization {
  /// Gradient descent on ‖X(u ⊙ v) − y‖²/(2n) for several starts and targets at once, one a row.
  struct DiagonalDescent {
    /// `[runs × features]`.
    private(set) var u: Matrix
    /// `[runs × features]`.
    private(set) var v: Matrix
    private var products: Matrix
    private var gradient: Matrix
    private let stepSizes: [Double]
    /// XᵀX/n.
    private let gram: Matrix
    /// yᵀX/n, `[runs × features]`.
    private let correlations: Matrix

    /// From u = √2·α, v = 0 with the step 0.02/max(1, 2α²).
    /// - Parameters:
    ///   - targets: β* with y = Xβ*, `[runs × features]`.
    ///   - scales: α, one a run.
    init(design: Matrix, targets: Matrix, scales: [Double]) {
      u = Matrix(rows: targets.rows, columns: targets.columns) { run, _ in 2.0.squareRoot() * scales[run] }
      v = Matrix(rows: targets.rows, columns: targets.columns)
      products = v
      gradient = v
      stepSizes = scales.map { 0.02 / max(1, 2 * $0 * $0) }
      gram = (1 / Double(design.rows)) * Matrix.symmetricProduct(design, transposingLeft: true)
      correlations = Matrix.multiply(targets, gram)
    }

    /// Whether no run has diverged.
    var isFinite: Bool { u.isFinite && v.isFinite }

    /// u ⊙ v of a run.
    func coefficients(_ run: Int) -> [Double] { zip(u.row(run), v.row(run)).map { $0 * $1 } }

    /// One step of all runs.
    mutating func step() {
      let (runs, features) = (u.rows, u.columns)
      u.withUnsafeElements { u in
        v.withUnsafeElements { v in
          products.withUnsafeMutableElements { products in
            for index in 0..<(runs * features) { products[index] = u[index] * v[index] }
          }
        }
      }
      Matrix.multiply(products, gram, into: &gradient)
      gradient.withUnsafeElements { gradient in
        correlations.withUnsafeElements { correlations in
          u.withUnsafeMutableElements { u in
            v.withUnsafeMutableElements { v in
              for run in 0..<runs {
                let step = stepSizes[run]
                for index in (run * features)..<((run + 1) * features) {
                  let change = step * (gradient[index] - correlations[index])
                  let old = u[index]
                  u[index] = old - change * v[index]
                  v[index] -= change * old
                }
              }
            }
          }
        }
      }
    }
  }
}
