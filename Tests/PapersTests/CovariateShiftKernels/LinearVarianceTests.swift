import NumericalCore
import Testing

@testable import Papers

@Suite struct LinearVarianceTests {
  /// Computed with independent code: the eigenvalues of R are 0.32266029, 1.31267365 and 2.91466606.
  @Test func checkValues() throws {
    let exact = try Shift.LinearVariance(
      inputs: Matrix([[1, 0], [0, 2], [1, -1]]), weights: [0.5, 1, 2], ridge: 0.1, moments: [1, 1], noise: 1)
    #expect(abs(exact.variance - 0.5750898012634926) < 1e-14)
    #expect(abs(exact.bound - 2.102065613608749) < 1e-13)
  }

  @Test func primalAndDualAgree() throws {
    var source = RandomSource(seed: 8, stream: "test")
    let inputs = Matrix(rows: 30, columns: 7, elements: source.normals(210))
    let weights = (0..<30).map { _ in source.uniform() * 3 }
    let moments = (1...7).map { 1 / Double($0) }
    for ridge in [1e-8, 1e-4, 1, 1e4] {
      let dual = try Shift.LinearVariance.dual(inputs, weights, ridge, moments)
      let primal = try #require(try Shift.LinearVariance.primal(inputs, weights, ridge * 30, moments))
      #expect(abs(primal.gain / dual.gain - 1) < 1e-7)
      #expect(abs(primal.trace / dual.trace - 1) < 1e-7)
    }
  }

  /// One huge weight makes the primal form of the trace a difference of nearly equal numbers.
  @Test func degenerateWeightsTakeTheDualForm() throws {
    var source = RandomSource(seed: 8, stream: "test")
    let inputs = Matrix(rows: 30, columns: 7, elements: source.normals(210))
    let weights = [1e14] + [Double](repeating: 1e-12, count: 29)
    #expect(try Shift.LinearVariance.primal(inputs, weights, 1e-4 * 30, [Double](repeating: 1, count: 7)) == nil)
    let exact = try Shift.LinearVariance(
      inputs: inputs, weights: weights, ridge: 1e-4, moments: [Double](repeating: 1, count: 7), noise: 1)
    // With one example left, R⁻¹·X is x₁/(K₁₁) in the first row.
    let square = Vector.squaredNorm(inputs.row(0))
    #expect(abs(exact.variance * square - 1) < 1e-6)
    #expect(exact.variance <= exact.bound)
  }

  @Test(arguments: [0.0, 0.5, 1], [3, 8, 30]) func theBoundHolds(spread: Double, samples: Int) throws {
    var source = RandomSource(seed: 2, stream: "test")
    let inputs = Matrix(rows: samples, columns: 8, elements: source.normals(8 * samples))
    let weights = (0..<samples).map { _ in 1 + spread * (2 * source.uniform() - 1) }
    for ridge in [1e-6, 1e-3, 1, 100] {
      let exact = try Shift.LinearVariance(
        inputs: inputs, weights: weights, ridge: ridge, moments: (1...8).map { 1 / Double($0) }, noise: 0.7)
      #expect(exact.variance > 0 && exact.variance <= exact.bound)
    }
  }
}
