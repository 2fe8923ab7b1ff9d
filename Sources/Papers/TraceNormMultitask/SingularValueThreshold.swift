import NumericalCore

extension TraceNormMultitask {
  /// The proximal map of the trace norm: A ↦ U·diag((σ − ρ)₊)·Vᵀ, with storage for many calls.
  struct SingularValueThreshold {
    private var gram: Matrix
    private let isTall: Bool

    init(rows: Int, columns: Int) {
      isTall = rows >= columns
      gram = Matrix(rows: min(rows, columns), columns: min(rows, columns))
    }

    /// result ← the thresholded matrix.
    ///
    /// The eigenvectors of the smaller Gram matrix give U·f(σ)·Vᵀ = A·V·diag(f(σ)/σ)·Vᵀ cheaply. Squaring costs half of
    /// the digits of small singular values, so a threshold below 10⁻⁴ of the largest takes the full decomposition.
    /// - Returns: the singular values of the result, descending.
    mutating func apply(_ matrix: Matrix, threshold: Double, into result: inout Matrix) throws(LinearAlgebraError)
      -> [Double]
    {
      Matrix.symmetricProduct(matrix, transposingLeft: isTall, into: &gram)
      let eigen = try SymmetricEigen(gram)
      let values = eigen.values.map { max(0, $0).squareRoot() }
      if threshold < 1e-4 * (values.last ?? 0) {
        let decomposition = try SVD(matrix)
        result = decomposition.map { max(0, $0 - threshold) }
        return decomposition.values.map { max(0, $0 - threshold) }
      }
      let first = values.firstIndex { $0 > threshold } ?? values.count
      let kept = Array(first..<values.count)
      let vectors = eigen.vectors.selectingColumns(kept)
      let scaled = Matrix(rows: vectors.rows, columns: kept.count) { i, j in
        vectors[i, j] * (1 - threshold / values[kept[j]])
      }
      let projector = Matrix.multiply(scaled, vectors, transposingRight: true)
      if isTall {
        Matrix.multiply(matrix, projector, into: &result)
      } else {
        Matrix.multiply(projector, matrix, into: &result)
      }
      return values.reversed().map { max(0, $0 - threshold) }
    }
  }
}
