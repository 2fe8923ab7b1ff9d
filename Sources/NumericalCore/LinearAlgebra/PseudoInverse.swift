extension Matrix {
  /// The Moore–Penrose inverse of a symmetric positive semidefinite matrix.
  ///
  /// Eigenvalues up to `tolerance` times the largest one count as zero.
  /// - Parameter tolerance: relative; `n · 2⁻⁵²` if it is nil.
  /// - Throws: `LinearAlgebraError.noConvergence`.
  /// - Complexity: O(n³).
  public func symmetricPseudoInverse(tolerance: Double? = nil) throws(LinearAlgebraError) -> Matrix {
    let eigen = try SymmetricEigen(self)
    let largest = eigen.values.reduce(0) { max($0, abs($1)) }
    let cut = largest * (tolerance ?? Double(rows) * 0x1p-52)
    return eigen.map { $0 > cut ? 1 / $0 : 0 }
  }
}
