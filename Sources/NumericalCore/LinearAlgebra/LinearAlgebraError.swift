/// Why a matrix could not be factorised or solved with.
public enum LinearAlgebraError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The leading minor that ends at the 0-based `pivot` is not positive.
  case notPositiveDefinite(pivot: Int)
  /// The 0-based `pivot` of the elimination is zero.
  case singular(pivot: Int)
  /// The iteration for eigenvalues or singular values did not converge (or met a NaN).
  case noConvergence
  /// A matrix equation has no unique solution: an eigenvalue of one coefficient is, to rounding, minus one of the other.
  case singularEquation
  /// A matrix whose powers must die out has an eigenvalue of modulus at least 1.
  case unstable

  public var description: String {
    switch self {
    case .notPositiveDefinite(let pivot): "the matrix is not positive definite (pivot \(pivot))"
    case .singular(let pivot): "the matrix is singular (pivot \(pivot) is zero)"
    case .noConvergence: "the iteration for the eigenvalues or singular values did not converge"
    case .singularEquation: "the matrix equation has no unique solution: its coefficients share an eigenvalue"
    case .unstable: "the matrix has an eigenvalue of modulus at least 1"
    }
  }
}
