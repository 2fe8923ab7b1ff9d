import Foundation
import Testing

@testable import NumericalCore

@Suite struct DormandPrinceTests {
  private func rotate(_: Double, _ x: [Double], _ dx: inout [Double]) { (dx[0], dx[1]) = (-x[1], x[0]) }

  @Test(arguments: [1e-4, 1e-7, 1e-10, 1e-13]) func toleranceIsKept(tolerance: Double) {
    var method = DormandPrince(dimension: 2, relativeTolerance: tolerance, absoluteTolerance: tolerance)
    var state = [1.0, 0.0]
    let report = method.integrate(&state, from: 0, to: 10, derivative: rotate)
    #expect(report.outcome == .reachedEnd && report.time == 10)
    #expect(hypot(state[0] - cos(10), state[1] - sin(10)) < 50 * tolerance)
    #expect(report.evaluations <= 6 * (report.accepted + report.rejected) + 2)
  }

  /// The number of steps grows like tolerance^(−1/5).
  @Test func orderFive() {
    func steps(_ tolerance: Double) -> Double {
      var method = DormandPrince(dimension: 2, relativeTolerance: tolerance, absoluteTolerance: tolerance)
      var state = [1.0, 0.0]
      return Double(method.integrate(&state, from: 0, to: 100, derivative: rotate).accepted)
    }
    #expect(abs(log10(steps(1e-11) / steps(1e-6)) - 1) < 0.1)
  }

  @Test func outputTimesAreMetBetweenSteps() {
    let times = Vector.linearlySpaced(from: 0, through: 5, count: 501)
    var method = DormandPrince(dimension: 2)
    var (state, seen, worst) = ([1.0, 0.0], 0, 0.0)
    let report = method.integrate(&state, from: 0, through: times, derivative: rotate) { index, x in
      #expect(index == seen)
      seen += 1
      worst = max(worst, hypot(x[0] - cos(times[index]), x[1] - sin(times[index])))
    }
    #expect(seen == 501 && worst < 1e-7 && report.accepted < 150)
    #expect(hypot(state[0] - cos(5), state[1] - sin(5)) < 1e-8)
  }

  @Test func backwardsAndNowhere() {
    var method = DormandPrince(dimension: 1)
    var state = [1.0]
    let report = method.integrate(&state, from: 2, to: 0) { _, x, dx in dx[0] = x[0] }
    #expect(report.outcome == .reachedEnd && agree(state[0], exp(-2), relative: 1e-8))
    let nothing = method.integrate(&state, from: 1, to: 1) { _, x, dx in dx[0] = x[0] }
    #expect(nothing.outcome == .reachedEnd && nothing.accepted == 0)
  }

  @Test func failuresAreOutcomes() {
    var method = DormandPrince(dimension: 1)
    var state = [1.0]
    let blowUp = method.integrate(&state, from: 0, to: 2) { _, x, dx in dx[0] = x[0] * x[0] }
    #expect(blowUp.outcome == .stepUnderflow && agree(blowUp.time, 1, absolute: 1e-5) && state[0] > 1e5)
    state = [1]
    let short = method.integrate(&state, from: 0, to: 1000, maximumSteps: 10) { _, x, dx in dx[0] = -x[0] }
    #expect(short.outcome == .limitReached && short.time < 1000 && short.accepted + short.rejected == 10)
    #expect(agree(state[0], exp(-short.time), absolute: 1e-6))
    #expect(method.integrate(&state, from: 0, to: 1) { _, _, dx in dx[0] = .nan }.outcome == .notFinite)
  }

  /// Reference: x' = −x·t has the solution exp(−t²/2).
  @Test func theTimeIsPassed() {
    var method = DormandPrince(dimension: 1, relativeTolerance: 1e-11, absoluteTolerance: 1e-13)
    var state = [1.0]
    _ = method.integrate(&state, from: 0, to: 2) { t, x, dx in dx[0] = -t * x[0] }
    #expect(agree(state[0], exp(-2), relative: 1e-10))
  }
}
