import Foundation
import Testing

@testable import NumericalCore

@Suite struct DynamicsTests {
  @Test func rungeKuttaHasOrderFour() {
    func error(_ step: Double) -> Double {
      var stepper = RungeKutta4(dimension: 2)
      var state = [1.0, 0.0]
      stepper.integrate(&state, from: 0, to: 2, maximumStep: step) { _, x, dx in
        dx[0] = -x[1]
        dx[1] = x[0]
      }
      return hypot(state[0] - cos(2), state[1] - sin(2))
    }
    #expect(error(0.01) < 1e-8)
    #expect(abs(log2(error(0.1) / error(0.05)) - 4) < 0.1)
  }

  @Test func rungeKuttaPassesTheTime() {
    var stepper = RungeKutta4(dimension: 1)
    var state = [0.0]
    stepper.step(&state, time: 1, step: 0.5) { t, _, dx in dx[0] = 4 * t * t * t }
    #expect(agree(state[0], 5.0625 - 1, relative: 1e-14))
  }

  @Test func poissonClockTicksAtItsRate() {
    var clock = PoissonClock(rate: 4, source: RandomSource(seed: 1, stream: "clock"))
    var previous = 0.0
    for _ in 0..<10_000 {
      let time = clock.advance()
      #expect(time > previous)
      previous = time
    }
    #expect(abs(clock.time - 2500) < 100)
  }

  @Test(arguments: 1...12) func gaussLegendreIsExactForPolynomials(order: Int) {
    let rule = GaussLegendre(order: order)
    for degree in 0..<(2 * order) {
      let integral = rule.integrate(from: 0, to: 2) { pow($0, Double(degree)) }
      #expect(agree(integral, pow(2, Double(degree + 1)) / Double(degree + 1), relative: 1e-12))
    }
  }

  @Test func brentFindsRoots() {
    let cosine = RootFinding.brent(in: 1...2) { cos($0) }
    #expect(cosine.converged && agree(cosine.value, .pi / 2, absolute: 1e-12) && cosine.evaluations < 12)
    let steep = RootFinding.brent(in: 0...10) { $0 * $0 * $0 - 2 }
    #expect(steep.converged && agree(steep.value, cbrt(2), absolute: 1e-11))
    #expect(RootFinding.brent(in: 0...1) { $0 }.value == 0)
    let none = RootFinding.brent(in: 0...1) { _ in 1 }
    #expect(!none.converged)
  }
}
