import NumericalCore

/// Normal random numbers; every system has its own generator, so that the numbers differ.
enum Normals {
  static var benchmark: Benchmark {
    Benchmark("normals") {
      var random = RandomSource(seed: 0, stream: "normals")
      var values = [Double](repeating: 0, count: 10_000_000)
      return {
        random.fillNormals(&values)
        return nil
      }
    }
  }
}
