import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

@Suite struct FeatureSparsityTests {
  private let reference = Matrix([[1, 2, 0, 0], [2, 4, 1, 0], [0, 0, 3, 0], [3, 6.3, 0, 0]])

  private func sparsity(_ features: Matrix, _ threshold: Double) -> (Double, Int) {
    let sparsity = SparseFeatures.FeatureSparsity(features, threshold: threshold)
    return (sparsity.coefficient, sparsity.keptUnits)
  }

  /// Computed with independent code: the first unit is deleted for the second, which it is correlated with at 0.99938.
  @Test func referenceValues() {
    #expect(sparsity(reference, 0.95) == (0.3125, 2))
    #expect(sparsity(reference, 0.99999) == (0.5, 3))
  }

  /// Of a group of copies the last is kept, not none; a negative correlation counts like a positive one.
  @Test func oneOfEachGroupIsKept() {
    let copies = Matrix(rows: 5, columns: 6) { i, _ in Double(i) }
    #expect(sparsity(copies, 0.9) == (4.0 / 30, 1))
    let opposite = Matrix(rows: 5, columns: 2) { i, j in j == 0 ? Double(i) : 5 - Double(i) }
    #expect(sparsity(opposite, 0.9) == (0.5, 1))
    #expect(sparsity(opposite, 1) == (0.9, 2))
  }

  /// A constant unit is correlated with nothing, whatever the rounding of its mean.
  @Test func constantUnitsStay() {
    let constants = Matrix(rows: 7, columns: 4) { i, j in j == 3 ? Double(i % 3) : 0.1 + 0.2 * Double(j) }
    #expect(sparsity(constants, 0).1 == 4)
    #expect(sparsity(Matrix(rows: 1, columns: 3, repeating: 2), 0.5) == (1, 3))
    #expect(sparsity(Matrix(rows: 3, columns: 2), 0.5) == (0, 0))
    #expect(sparsity(Matrix(rows: 3, columns: 2, repeating: -1), 0.5) == (0, 0))
  }

  /// Against a literal transcription of the rule with `Statistics.pearson`.
  @Test func randomFeatures() {
    var random = RandomSource(seed: 7, stream: "features")
    for _ in 0..<20 {
      let features = Matrix(rows: 6, columns: 12) { _, _ in max(0, (2 * random.normal()).rounded()) }
      for threshold in [0.3, 0.6, 0.9] {
        let columns = (0..<12).map { features.column($0) }.filter { $0.contains { $0 > 0 } }
        var alive = Set(columns.indices)
        func correlation(_ i: Int, _ j: Int) -> Double { abs(Statistics.pearson(columns[i], columns[j]).coefficient) }
        for i in columns.indices where alive.contains(where: { $0 != i && correlation(i, $0) > threshold }) {
          alive.remove(i)
        }
        let positive = alive.reduce(0) { $0 + columns[$1].count { $0 > 0 } }
        #expect(sparsity(features, threshold) == (Double(positive) / 72, alive.count))
      }
    }
  }

  @Test func runner() throws {
    let rows = try TestRun.run(SparseFeatures.SparsityCoefficient.self, replicate: .single).rows("coefficients")
    #expect(rows.map { $0.number("rho") } == [0.95, 0.99999])
    #expect(rows.map { $0.number("coefficient") } == [0.3125, 0.5] && rows.map { $0.number("kept_units") } == [2, 3])
    let id = SparseFeatures.SparsityCoefficient.id
    #expect(try TestRun.problems(id, ["n": 3]).first?.contains("multiple of n = 3") == true)
    #expect(try TestRun.problems(id, ["rho": .real(1.5)]).count == 1)
  }
}
