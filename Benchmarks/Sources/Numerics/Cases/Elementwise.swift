import NumericalCore

/// Functions of a million floats.
enum Elementwise {
  static var benchmarks: [Benchmark] {
    [
      benchmark("exp", [1_000_000], repeats: 100, { $0.map(.exp) }) { $0 },
      benchmark("tanh", [1_000_000], repeats: 100, { $0.map(.tanh) }) { abs($0) },
      benchmark("softmax", [100_000, 10], repeats: 20, { $0.softmax() }) { $0 * $0 },
    ]
  }

  private static func benchmark(
    _ name: String, _ shape: Shape, repeats: Int, _ function: @escaping (Tensor<Float>) -> Tensor<Float>,
    _ term: @escaping (Double) -> Double
  ) -> Benchmark {
    Benchmark(name, units: repeats) {
      let x = Workload.tensor(shape, seed: 1, bound: 5)
      return {
        var y = x
        for _ in 0..<repeats { y = function(x) }
        return y.withElements { $0.reduce(0) { $0 + term(Double($1)) } }
      }
    }
  }
}
