import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

/// The claims of the notebook, at the quick scale.
@Suite struct SobolevClaimsTests {
  @Test func varianceTheorem() throws {
    let table = try #require(runSobolev(Sobolev.VarianceByOperator.self)["curve"])
    func slope(_ d: Double, _ t: Double, _ r: Double) -> Double {
      table.slope("variance", table.rows(where: ["d": d, "t": t, "r": r]))
    }
    #expect(table.rowCount == 4 * 2 * 6 + 3 * 4)
    // C1
    #expect(abs(slope(1, 0, 0)) < 0.02 && abs(slope(2, 0, 0)) < 0.02)
    let regression = table.numbers("variance", table.rows(where: ["d": 1, "t": 0, "r": 0]))
    #expect(regression.allSatisfy { (0.9165...0.9185).contains($0) })
    #expect(table.numbers("variance", table.rows(where: ["d": 2, "t": 0])).allSatisfy { (0.71...0.787).contains($0) })
    // C2
    #expect(abs(slope(1, 1, 0) + 0.985) < 0.001 && abs(slope(1, 2, 0) + 1) < 0.001 && abs(slope(2, 2, 0) + 0.977) < 0.001)
    // C3
    #expect(abs(slope(1, -1, 0) - 1.996) < 0.001 && abs(slope(1, -1, 1) - 3.996) < 0.001)
    #expect(abs(slope(1, 0, 1) - 1.996) < 0.001 && abs(slope(1, 1, 1)) < 0.02)
  }

  @Test func inductiveBias() throws {
    let table = try #require(runSobolev(Sobolev.InductiveBiasRidgeless.self)["curve"])
    func slope(_ t: Double, _ alpha: Double, _ r: Double, _ excess: Double) -> Double {
      table.slope("bias2", table.rows(where: ["t": t, "alpha": alpha, "r": r, "s": t + excess]))
    }
    for excess in [1.5, 2, 3, 4] { #expect((-4.0077...(-4.0015)).contains(slope(0, 2, 0, excess))) }
    for excess in [2.0, 3, 4] { #expect((-5.0155...(-5.0105)).contains(slope(2, 4, 0, excess))) }
    for (t, alpha, r) in [(0.0, 2.0, 0.0), (2, 4, 1), (2, 4, 0), (1, 3, 0)] {
      #expect((-3.145...(-3.055)).contains(slope(t, alpha, r, 0.75)))
    }
  }

  @Test func tunedRidge() throws {
    let table = try #require(runSobolev(Sobolev.OptimalRidge.self)["curve"])
    #expect(table.rowCount == 3 * 4 * 5 * 2)
    guard case .text(let choices) = table["choice"]!.storage else { return }
    func slope(_ t: Double, _ excess: Double, _ choice: String) -> Double {
      let rows = table.rows(where: ["t": t, "s": t + excess]).filter { choices[$0] == choice }
      return table.slope("risk", rows, droppingFirst: false)
    }
    for excess in [1.5, 2, 3] {
      #expect((-0.7865...(-0.7845)).contains(slope(0, excess, "oracle")))
      #expect((-0.4185...(-0.4145)).contains(slope(-1, excess, "oracle")))
      #expect((-0.7935...(-0.7885)).contains(slope(0, excess, "theory")))
    }
  }

  @Test func benignRatio() throws {
    let table = try #require(runSobolev(Sobolev.BenignRatio.self)["ratio"])
    let expected = [9.05, 26.7, 79.8, 1.259, 1.193, 1.142, 1.031, 1.012, 1.005]
    for (ratio, expected) in zip(table.numbers("ratio"), expected) { #expect(abs(ratio / expected - 1) < 0.002) }
  }

  @Test func randomDesign() throws {
    for seed in 0..<5 {
      let table = try #require(runSobolev(Sobolev.PoissonDirichlet.self, replicate: .seed(seed))["errors"])
      guard case .text(let modes) = table["mode"]!.storage else { return }
      let pde = (0..<table.rowCount).filter { modes[$0] == "pde" }
      let reg = (0..<table.rowCount).filter { modes[$0] == "reg" }
      #expect((-1.12...(-0.85)).contains(table.slope("variance_exact", pde, droppingFirst: false)), "seed \(seed)")
      #expect(abs(table.slope("variance_exact", reg, droppingFirst: false)) < 0.03, "seed \(seed)")
      #expect(table.numbers("variance_exact", reg).allSatisfy { (0.055...0.062).contains($0) }, "seed \(seed)")
      #expect(table.numbers("max_residual").allSatisfy { $0 < 1e-8 })
    }
  }

  @Test func theExampleIsTheFirstSeedAtHundredPoints() throws {
    let result = try runSobolev(Sobolev.PoissonDirichlet.self, replicate: .shared(firstSeed: 0))
    #expect(result["errors"] == nil)
    #expect(result["fit"]?.rowCount == 2000 && result["data"]?.rowCount == 200)
    let other = try runSobolev(Sobolev.PoissonDirichlet.self, ["n": .integer(7)], replicate: .shared(firstSeed: 0))
    #expect(other["data"]?.rowCount == 14)
  }
}
