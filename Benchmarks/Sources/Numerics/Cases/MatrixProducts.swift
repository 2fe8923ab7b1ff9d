import NumericalCore

/// Products of square matrices.
enum MatrixProducts {
  static var benchmarks: [Benchmark] {
    Workload.products.map { size, repeats in
      Benchmark("sgemm-\(size)", units: repeats) {
        let a = Workload.tensor([size, size], seed: 1)
        let b = Workload.tensor([size, size], seed: 2)
        return {
          var c = a
          for _ in 0..<repeats { c = Tensor.multiply(a, b) }
          return c.elements.reduce(0) { $0 + abs(Double($1)) }
        }
      }
    }
      + Workload.products.map { size, repeats in
        Benchmark("dgemm-\(size)", units: repeats) {
          let a = Workload.matrix(size, seed: 1)
          let b = Workload.matrix(size, seed: 2)
          var c = Matrix(rows: size, columns: size)
          return {
            for _ in 0..<repeats { Matrix.multiply(a, b, into: &c) }
            return Vector.l1Norm(c.elements)
          }
        }
      }
  }
}
