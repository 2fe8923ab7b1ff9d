import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

/// The claims of the notebook, at the quick scale.
@Suite struct CovariateShiftClaimsTests {
  @Test(arguments: 0..<3) func biasAndVariance(seed: Int) throws {
    let table = try #require(TestRun.run(Shift.BiasVariance.self, replicate: .seed(seed))["risk"])
    let (shift, a, lambda) = (table.texts("shift"), table.numbers("a"), table.numbers("lambda"))
    func ratios(_ column: String, _ kind: String?, _ decay: Double?, _ ridges: ClosedRange<Double>) -> [Double] {
      table.ratios(column) {
        (kind == nil || shift[$0] == kind) && (decay == nil || a[$0] == decay) && ridges.contains(lambda[$0])
      }
    }
    #expect(table.rowCount == 2 * 2 * 2 * 8)
    #expect(ratios("variance", nil, 0, 0.9e-5...1.1e-3).allSatisfy { (0.7..<0.97).contains($0) })
    #expect(ratios("variance", nil, 1, 0...1.1e-6).allSatisfy { (0.68..<0.92).contains($0) })
    #expect(ratios("variance", nil, nil, 0.9...1.1).allSatisfy { (1.5...2.6).contains($0) })
    #expect(ratios("bias2", nil, 0, 0...1.1e-6).allSatisfy { (0.98...1.3).contains($0) })
    #expect(ratios("bias2", "skew", 1, 0.09...0.11).allSatisfy { $0 < 0.9 })
    #expect(ratios("bias2", "contract", 0, 0.9e-3...1.1e-3).allSatisfy { $0 > 1.08 })
  }

  @Test(arguments: 0..<3) func variancePeak(seed: Int) throws {
    let table = try #require(TestRun.run(Shift.VariancePeak.self, replicate: .seed(seed))["variance"])
    let (a, ratio) = (table.numbers("a"), table.numbers("n_over_d"))
    func change(_ x: Double) -> Double { table.ratios("variance") { a[$0] == 0 && ratio[$0] == x }[0] }
    #expect(change(1) < 0.65 && change(0.75) < 0.7 && change(4) > 1.8)
    #expect(zip(table.numbers("variance"), table.numbers("bound")).allSatisfy { $0 <= $1 })
    #expect(table.ratios("bound") { _ in true }.allSatisfy { $0 < 1 })
  }

  @Test func expansion() throws {
    let table = try #require(TestRun.run(Shift.KernelExpansion.self)["errors"])
    func slope(_ column: String, _ decay: Double) -> Double {
      let rows = table.rows(where: ["a": decay])
      return Statistics.logLogSlope(table.numbers("d", rows), table.numbers(column, rows))
    }
    #expect((-0.62...(-0.38)).contains(slope("cross_error", 0)) && slope("cross_error", 0.5) < -1.1)
    #expect(slope("rel_error", 0.5) < -0.9)
  }

  @Test func invariance() throws {
    for shift in ["skew", "contract"] {
      let table = try #require(TestRun.run(Shift.RidgelessInvariance.self, ["shift": .text(shift)])["difference"])
      #expect(table.numbers("max_abs_diff")[0] < 1e-9)
    }
  }
}

/// The images, whose numbers are determined to the last digit shown.
@Suite struct DigitsTiltTests {
  @Test func tiltedDigits() throws {
    let given: [String: ParameterLiteral] = ["lambda": .list([.real(1e-6), .real(1e-2)])]
    let table = try #require(TestRun.run(Shift.DigitsTilt.self, given, replicate: .single)["errors"])
    #expect(table.texts("weighting") == ["none", "none", "iw", "iw"])
    for (mse, expected) in zip(table.numbers("mse"), [0.0942, 0.2590, 0.0957, 0.2324]) {
      #expect(abs(mse - expected) < 6e-5)
    }
    for (ratio, expected) in zip(table.ratios("variance") { _ in true }, [0.984, 1.55]) {
      #expect(abs(ratio - expected) < 6e-3)
    }
  }

  @Test func weightsAndProbabilitiesAreNormalised() throws {
    var source = RandomSource(seed: 1, stream: "test")
    let tilt = try Shift.PrincipalTilt(
      training: Matrix(rows: 30, columns: 4, elements: source.normals(120)),
      test: Matrix(rows: 8, columns: 4, elements: source.normals(32)), strength: 2)
    #expect(abs(Vector.sum(tilt.weights) / 30 - 1) < 1e-14 && abs(Vector.sum(tilt.testProbabilities) - 1) < 1e-14)
    #expect(abs(Vector.squaredNorm(tilt.training.elements) / 30 - 64) < 1e-12)
    for j in 0..<4 { #expect(abs(Vector.sum(tilt.training.column(j))) < 1e-12) }
  }

  @Test func missingFilesAndImagesAreNamed() throws {
    let tooMany = ExperimentDescription(Shift.DigitsTilt.self).resolve(["n": .integer(1298)], scale: .quick)
    guard case .failure(let found) = tooMany else { return #expect(Bool(false)) }
    #expect(found.problems == [.inconsistent("n", "1298: there are 1297 digits to train on")])
    #expect(throws: (any Error).self) {
      try TestRun.run(Shift.DigitsTilt.self, ["data": .text("mnist"), "folder": .text("")], replicate: .single)
    }
  }
}
