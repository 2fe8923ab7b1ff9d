import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

@Suite struct ValleyTests {
  /// Computed with independent code.
  @Test(arguments: [
    (1.08, 0.8357425523, 1.1079080793), (1.1, 0.8145508, 1.1160620), (1.15, 0.7692495802, 1.1304071394),
  ]) func cycleInClosedForm(stepSize: Double, low: Double, high: Double) {
    let cycle = SparseFeatures.ValleyMap.cycle(stepSize: stepSize)
    #expect(abs(cycle.low - low) < 1e-6 && abs(cycle.high - high) < 1e-6)
    var map = SparseFeatures.ValleyMap(stepSize: stepSize, start: cycle.low)
    map.step(1)
    #expect(abs(map.theta - cycle.high) < 1e-14)
    map.step(1)
    #expect(abs(map.theta - cycle.low) < 1e-14)
    #expect(abs(cycle.low * cycle.high - 1 / stepSize) < 1e-15)
  }

  @Test func stepIsThatOfTheSampleLoss() {
    // The gradient of ¼·x²(θ² − 1)².
    func loss(_ theta: Double) -> Double { 0.25 * 1.3 * 1.3 * (theta * theta - 1) * (theta * theta - 1) }
    var map = SparseFeatures.ValleyMap(stepSize: 0.7, start: 0.6)
    #expect(abs(map.loss - loss(0.6) / 1.69) < 1e-16)
    map.step(1.3)
    let slope = (loss(0.6 + 1e-6) - loss(0.6 - 1e-6)) / 2e-6
    #expect(abs(map.theta - (0.6 - 0.7 * slope)) < 1e-9)
  }

  @Test(arguments: TestRun.seeds) func largeStepsAlternateAwayFromTheMinimum(seed: Int) throws {
    let result = try TestRun.run(SparseFeatures.Valley.self, replicate: .seed(seed))
    let rows = result.rows("summary")
    #expect(rows.count == 6)
    for row in rows where row.number("eta") > 1 {
      #expect(row.number("alternation") == 1)
      #expect((0.005...0.069).contains(row.number("loss_min")) && row.number("loss_max") < 0.069)
      if row.number("half_width") == 0 {
        let cycle = SparseFeatures.ValleyMap.cycle(stepSize: row.number("eta"))
        #expect(abs(row.number("last_low") - cycle.low) + abs(row.number("last_high") - cycle.high) < 1e-9)
      }
    }
    #expect(rows[5].number("eta") == 0.9 && rows[5].number("loss_max") < 1e-20 && rows[5].number("alternation") < 1)
    let trajectory = try #require(result["trajectory"])
    #expect(trajectory.rowCount == 6 * 60 && trajectory.numbers("t").max() == 6000)
  }

  @Test func refusals() throws {
    let id = SparseFeatures.Valley.id
    #expect(try TestRun.problems(id, ["eta": .real(1.1)]).first?.contains("6 elements for 1") == true)
    #expect(try TestRun.problems(id, ["eta": .real(1.25), "half_width": .real(0)]).count == 1)
    #expect(try TestRun.problems(id, ["T": 100]).first?.contains("nothing to summarise") == true)
    #expect(try TestRun.problems(id, ["eta": .real(1.2), "half_width": .real(0.5)]).first?.contains("at most 2") == true)
    // Wide laws are fine as long as the map cannot leave its interval.
    let wide: [String: ParameterLiteral] = ["eta": .real(0.5), "half_width": .real(0.99)]
    let table = try TestRun.run(SparseFeatures.Valley.self, wide).rows("summary")
    #expect(table[0].number("loss_max") < 1)
  }
}
