import NumericalCore
import Testing

@testable import Papers

@Suite struct WeightedRidgeTests {
  private let inputs = Matrix([[1, 0], [0, 2], [1, -1]])
  private let test = Matrix([[0.5, 0.5]])

  /// Computed with independent code.
  @Test(arguments: [
    ([0.5, 1, 2], 0.00046929342849750757, 0.2329866206766442), ([1, 1, 1], 0.007497681360868079, 0.37824169956097714),
  ])
  func checkValues(weights: [Double], bias2: Double, variance: Double) throws {
    let kernel = Shift.InnerProductKernel.exp
    let fit = try Shift.WeightedRidge(gram: kernel.matrix(inputs, inputs), weights: weights, ridge: 0.1)
    let tests = Shift.KernelTests(cross: kernel.matrix(test, inputs))
    #expect(abs(tests.meanSquaredError(fit.coefficients([1, 0, 1]), targets: [0.5]) - bias2) < 1e-14)
    #expect(abs(fit.noiseGain(tests) - variance) < 1e-13)
  }

  /// Two ways of averaging over the test points, by roots and by moments, against plain sums.
  @Test(arguments: [3, 6, 20]) func noiseGainIsTheMeanSquaredSmoother(testCount: Int) throws {
    var source = RandomSource(seed: 5, stream: "test")
    let x = Matrix(rows: 6, columns: 4, elements: source.normals(24))
    let t = Matrix(rows: testCount, columns: 4, elements: source.normals(4 * testCount))
    let kernel = Shift.InnerProductKernel.poly3
    let raw = (0..<testCount).map { Double($0 + 1) }
    let probabilities = raw.map { $0 / Vector.sum(raw) }
    let weights = [0.1, 2, 0.7, 1, 1e-12, 3]
    let tests = Shift.KernelTests(cross: kernel.matrix(t, x), probabilities: probabilities)
    let fit = try Shift.WeightedRidge(gram: kernel.matrix(x, x), weights: weights, ridge: 0.02)
    let system = Shift.WeightedRidge.regularised(gram: kernel.matrix(x, x), weights: weights, ridge: 0.02)
    var expected = 0.0
    for l in 0..<testCount {
      expected += probabilities[l] * Vector.squaredNorm(try LU(system).solve(tests.cross.row(l)))
    }
    #expect(abs(fit.noiseGain(tests) / expected - 1) < 1e-11)
  }

  /// An example of weight 2 is two examples of weight 1 (and λn is the same ridge for both).
  @Test func weightsCountExamples() throws {
    let kernel = Shift.InnerProductKernel.exp
    let twice = inputs.selectingRows([0, 1, 2, 2])
    let cross = kernel.matrix(test, inputs)
    let single = try Shift.WeightedRidge(gram: kernel.matrix(inputs, inputs), weights: [1, 1, 2], ridge: 0.4 / 3)
    let double = try Shift.WeightedRidge(gram: kernel.matrix(twice, twice), weights: [1, 1, 1, 1], ridge: 0.1)
    let a = Vector.dot(cross.row(0), single.coefficients([3, -1, 2]))
    let b = Vector.dot(kernel.matrix(test, twice).row(0), double.coefficients([3, -1, 2, 2]))
    #expect(abs(a - b) < 1e-13)
  }

  @Test func interpolationDoesNotSeeTheWeights() throws {
    let gram = Shift.InnerProductKernel.exp.matrix(inputs, inputs)
    let labels = [0.3, -2, 5]
    let plain = try Shift.RidgelessInvariance.interpolation(gram, [1, 1, 1], labels)
    let weighted = try Shift.RidgelessInvariance.interpolation(gram, [1e-12, 4, 0.01], labels)
    for (a, b) in zip(plain, weighted) { #expect(abs(a - b) < 1e-11) }
    for (fitted, label) in zip(gram * plain, labels) { #expect(abs(fitted - label) < 1e-12) }
  }
}
