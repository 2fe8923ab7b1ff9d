import NumericalCore

extension SGDSparseFeatures {
  /// Normal inputs labelled by a teacher Σ_j ±(⟨w_j, x⟩)₊ with unit w_j.
  struct TeacherProblem {
    private static let testCount = 1000

    let inputs: Matrix
    let targets: [Double]
    let testInputs: Matrix
    let testTargets: [Double]

    init(samples: Int, dimension: Int, units: Int, from source: RandomSource) {
      var random = source
      let directions = (0..<units).map { _ in random.pointOnSphere(dimension: dimension) }
      let teacher = TwoLayerReLU(
        weights: (0..<dimension).flatMap { k in directions.map { $0[k] } },
        output: directions.map { _ in random.rademacher() })
      inputs = random.normalMatrix(rows: samples, columns: dimension)
      targets = teacher.values(inputs)
      testInputs = random.normalMatrix(rows: Self.testCount, columns: dimension)
      testTargets = teacher.values(testInputs)
    }

    /// A student with standard normal entries and s = 1/√units, so that its outputs and its stable steps do not depend on
    /// its width.
    static func student(units: Int, dimension: Int, from source: RandomSource) -> TwoLayerReLU {
      var random = source
      let weights = random.normals(dimension * units)
      return TwoLayerReLU(
        weights: weights, output: random.normals(units), scale: 1 / Double(units).squareRoot())
    }
  }
}
