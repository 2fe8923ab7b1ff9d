import Foundation
import Testing

@testable import NumericalCore

@Suite struct AdaptiveQuadratureTests {
  @Test func smoothAndRoughIntegrands() {
    let smooth = AdaptiveQuadrature.integrate(from: 0, to: .pi) { sin($0) }
    #expect(agree(smooth.value, 2, relative: 1e-15) && smooth.outcome == .converged && smooth.evaluations == 21)
    let root = AdaptiveQuadrature.integrate(from: 0, to: 1) { 1 / $0.squareRoot() }
    #expect(agree(root.value, 2, relative: 1e-9) && root.outcome == .converged)
    let peak = AdaptiveQuadrature.integrate(from: -1, to: 1) { 1 / (1e-6 + $0 * $0) }
    #expect(agree(peak.value, 2000 * atan(1000), relative: 1e-9))
    let kink = AdaptiveQuadrature.integrate(from: -1, to: 2) { abs($0 - 0.3) }
    #expect(agree(kink.value, 0.5 * (1.3 * 1.3 + 1.7 * 1.7), relative: 1e-9) && kink.error >= abs(kink.value - 2.29))
    let backwards = AdaptiveQuadrature.integrate(from: 1, to: 0) { $0 }
    #expect(agree(backwards.value, -0.5, relative: 1e-14))
  }

  @Test func infiniteRanges() {
    let gauss = AdaptiveQuadrature.integrate(from: -.infinity, to: .infinity) { exp(-$0 * $0) }
    #expect(agree(gauss.value, Double.pi.squareRoot(), relative: 1e-10))
    #expect(agree(AdaptiveQuadrature.integrate(from: 1, to: .infinity) { 1 / ($0 * $0) }.value, 1, relative: 1e-10))
    #expect(agree(AdaptiveQuadrature.integrate(from: -.infinity, to: 2) { exp($0) }.value, exp(2), relative: 1e-10))
  }

  @Test func failuresAreOutcomes() {
    let divergent = AdaptiveQuadrature.integrate(from: 0, to: 1) { 1 / $0 }
    #expect(divergent.outcome != .converged)
    let limited = AdaptiveQuadrature.integrate(from: 0, to: 1, maximumIntervals: 3) { sin(1000 * $0 * $0) }
    #expect(limited.outcome == .limitReached && limited.evaluations == 105)
    #expect(AdaptiveQuadrature.integrate(from: 0, to: 1) { _ in .nan }.outcome == .notFinite)
    #expect(AdaptiveQuadrature.integrate(from: 3, to: 3) { _ in 1 }.value == 0)
  }
}
