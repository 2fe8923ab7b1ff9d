import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

/// The claims of the paper at scale quick, with their bounds.
@Suite struct SharpnessClaimsTests {
  private func seeds(_ name: String) throws -> [ExperimentResult] {
    try TestRun.seeds.map { try TestRun.tables("sharpness-generalization/\(name)", replicate: .seed($0)) }
  }

  private func tau(_ result: ExperimentResult, _ measure: String, adaptive: Int = 0, against: String) -> Double {
    let row = result.rows("tau").first {
      $0.text("measure") == measure && $0.number("adaptive") == Double(adaptive) && $0.number("normalised") == 0
        && $0.text("against") == against
    }
    return row?.number("tau") ?? .nan
  }

  @Test func sharpnessDependsOnTheScaleOfTheLogits() throws {
    for result in try seeds("linear-scale") {
      let rows = result.rows("sharpness")
      #expect(rows.allSatisfy { $0.number("train_error") == 0 })
      for (radius, rise) in [(0.1, 10.0), (0.5, 3)] {
        let curve = rows.filter { $0.number("rho") == radius }
          .map { (alpha: $0.number("alpha"), sharpness: $0.number("sharpness")) }
        let peak = try #require(curve.max { $0.sharpness < $1.sharpness })
        let atOne = try #require(curve.first { $0.alpha == 1 }).sharpness
        #expect(peak.alpha > 0.1 && peak.alpha < 0.5 && peak.sharpness >= rise * atOne)
        #expect(peak.sharpness >= 50 * curve[0].sharpness && curve[curve.count - 1].sharpness < 1e-9)
      }
    }
  }

  @Test func adaptiveSharpnessDoesNotSeeRescaledLayers() throws {
    for result in try seeds("reparametrisation") {
      func ratio(_ transform: String, _ measure: String) -> Double {
        result.rows("ratios").first { $0.text("transform") == transform && $0.text("measure") == measure }?
          .number("ratio") ?? .nan
      }
      #expect(ratio("layer-rescale", "logits") < 1e-4)
      for measure in ["avg_adaptive", "linf_adaptive", "l2_adaptive"] {
        #expect(abs(ratio("layer-rescale", measure) - 1) < 1e-3)
      }
      #expect(ratio("layer-rescale", "avg") > 5 && ratio("layer-rescale", "linf") > 1.8)
      #expect(ratio("logit-scale", "linf_adaptive") > 1.3)
      #expect(abs(ratio("logit-scale", "linf_adaptive_normalised") - 1) < 1e-2)
    }
  }

  @Test func theTargetDecidesWhichSharpnessPredicts() throws {
    for result in try seeds("diagonal-network") {
      let rows = result.rows("pool")
      func tau(_ target: String, _ measure: String) -> Double {
        let chosen = rows.filter { $0.text("target") == target && $0.text("measure") == measure }
        return Statistics.kendall(chosen.map { $0.number("sharpness") }, chosen.map { $0.number("test_error") }).coefficient
      }
      #expect(tau("sparse", "avg") >= 0.9 && tau("sparse", "avg_adaptive") <= -0.6)
      #expect(tau("sparse", "max_adaptive") <= -0.9)
      #expect(tau("dense", "avg") <= -0.8 && tau("dense", "avg_adaptive") >= 0.6)
      #expect(rows.allSatisfy { $0.number("train_loss") < 1e-3 })
      for row in result.rows("monte_carlo") {
        let ratio = row.number("mc_mean") / row.number("exact")
        #expect(ratio > 0.9 && ratio < 1.1)
      }
    }
  }

  @Test func fromScratchTheStepSizeOrdersSharpness() throws {
    for result in try seeds("from-scratch") {
      #expect(tau(result, "avg", against: "lr") <= -0.75 && tau(result, "linf", against: "lr") <= -0.7)
      #expect(abs(tau(result, "avg", against: "lr")) > abs(tau(result, "avg", against: "test")))
      #expect(tau(result, "avg", against: "test") >= 0.3 && tau(result, "lr", against: "test") <= -0.35)
    }
  }

  @Test func sharperFineTunedNetworksAreBetterElsewhere() throws {
    for result in try seeds("fine-tuning") {
      #expect(tau(result, "avg", against: "ood") <= -0.4 && tau(result, "avg", against: "shift") <= -0.75)
      #expect(tau(result, "lr", against: "ood") >= 0.5 && tau(result, "avg", against: "lr") <= -0.85)
      #expect(tau(result, "linf", adaptive: 1, against: "ood") <= -0.35)
    }
  }
}
