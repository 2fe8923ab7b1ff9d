import NumericalCore

extension CovariateShiftKernels {
  /// Centred and scaled inputs with importance weights for a tilt 2Φ(c·z) along their first principal component.
  struct PrincipalTilt {
    /// Of mean squared norm 64 over the training inputs, centred by their mean: `[n × features]`.
    let training: Matrix
    /// With the same mean and scale.
    let test: Matrix
    /// Of the training inputs, of mean 1.
    let weights: [Double]
    /// Of the test inputs, of sum 1: the tilted law.
    let testProbabilities: [Double]

    static let meanSquaredNorm = 64.0

    /// - Parameters:
    ///   - training, test: raw inputs in rows.
    ///   - strength: c.
    /// - Throws: `UnsolvableProblem` if all training inputs are the same.
    init(training: Matrix, test: Matrix, strength: Double) throws {
      let means = (0..<training.columns).map { Vector.sum(training.column($0)) / Double(training.rows) }
      func centred(_ matrix: Matrix) -> Matrix {
        Matrix(rows: matrix.rows, columns: matrix.columns) { i, j in matrix[i, j] - means[j] }
      }
      let (inputs, tests) = (centred(training), centred(test))
      let spread = Vector.squaredNorm(inputs.elements) / Double(training.rows)
      guard spread > 0 else { throw UnsolvableProblem("all training images are the same") }
      let scale = (Self.meanSquaredNorm / spread).squareRoot()
      self.training = scale * inputs
      self.test = scale * tests
      // The eigenvector's largest element is positive.
      let eigen = try SymmetricEigen(Matrix.symmetricProduct(inputs, transposingLeft: true))
      let component = eigen.vectors.column(inputs.columns - 1)
      let scores = inputs * component
      let mean = Vector.sum(scores) / Double(scores.count)
      let deviation = (scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(scores.count)).squareRoot()
      func tilts(_ scores: [Double]) -> [Double] {
        scores.map { CovariateShift.skewWeight(($0 - mean) / deviation, shape: strength) }
      }
      let raw = tilts(scores)
      let average = Vector.sum(raw) / Double(raw.count)
      weights = raw.map { max(CovariateShift.smallestWeight, $0 / average) }
      let rawTest = tilts(tests * component)
      let total = Vector.sum(rawTest)
      guard total > 0 else { throw UnsolvableProblem("the tilt leaves no mass on the test images: take a smaller c") }
      testProbabilities = rawTest.map { $0 / total }
    }
  }
}
