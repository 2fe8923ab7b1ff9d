import NumericalCore

/// Least squares by stochastic gradient descent, one example a step.
enum Descent {
  static var benchmark: Benchmark {
    let (samples, dimension, steps) = (1000, 100, 100_000)
    return Benchmark("sgd-loop", units: steps) {
      let elements = Workload.symmetric(samples * dimension, seed: 1)
      let rows = (0..<samples).map { Array(elements[($0 * dimension)..<(($0 + 1) * dimension)]) }
      let targets = Workload.symmetric(samples, seed: 2)
      let stepSize = 0.005
      return {
        var w = [Double](repeating: 0, count: dimension)
        for k in 0..<steps {
          let i = k * 7919 % samples
          let residual = Vector.dot(rows[i], w) - targets[i]
          Vector.axpy(-stepSize * residual, rows[i], into: &w)
        }
        return Vector.norm(w)
      }
    }
  }
}
