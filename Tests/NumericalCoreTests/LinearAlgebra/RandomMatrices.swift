@testable import NumericalCore

/// Matrices for tests, the same in every run.
enum RandomMatrices {
  static func normal(_ rows: Int, _ columns: Int, _ seed: Int) -> Matrix {
    var source = RandomSource(key: UInt64(seed), stream: 2)
    return Matrix(rows: rows, columns: columns) { _, _ in source.normal() }
  }

  static func positive(_ size: Int, _ seed: Int) -> Matrix {
    Matrix.symmetricProduct(normal(size, size + 2, seed))
  }

  static func symmetric(_ size: Int, _ seed: Int) -> Matrix {
    let a = normal(size, size, seed)
    return a + a.transposed()
  }
}

/// The Frobenius norm of the difference.
func distance(_ a: Matrix, _ b: Matrix) -> Double { (a - b).frobeniusNorm }

/// The largest difference of two elements.
func distance(_ a: [Double], _ b: [Double]) -> Double { Vector.maxNorm(Vector.subtract(a, b)) }
