import NumericalCore

/// Factorisations of matrices of 500 rows and columns.
enum Factorisations {
  private static let size = 500

  static var benchmarks: [Benchmark] {
    [
      Benchmark("cholesky-500", units: 20) {
        let a = Workload.positiveDefinite(size, seed: 1)
        return {
          var total = 0.0
          for _ in 0..<20 { total = Vector.l1Norm(try Cholesky(a).lower.elements) }
          return total
        }
      },
      Benchmark("svd-500") {
        let a = Workload.matrix(size, seed: 1)
        return { Vector.sum(try SVD(a).values) }
      },
      Benchmark("eigen-500") {
        let a = Workload.positiveDefinite(size, seed: 1)
        return { Vector.sum(try SymmetricEigen(a).values) }
      },
    ]
  }
}
