import Foundation
import Testing

@testable import NumericalCore

@Suite struct ScalarSearchTests {
  @Test func bisectionFindsRoots() {
    let root = RootFinding.bisection(in: 0...4, tolerance: 0) { $0 * $0 - 2 }
    #expect(root.converged && abs(root.value - 2.0.squareRoot()) <= 2.0.squareRoot().ulp)
    let coarse = RootFinding.bisection(in: 4...6, tolerance: 1e-3) { sin($0 - 4.9) }
    #expect(coarse.converged && abs(coarse.value - 4.9) <= 1e-3 && coarse.evaluations < 15)
    #expect(RootFinding.bisection(in: 0...1) { $0 - 1 }.value == 1)
    #expect(RootFinding.bisection(in: 0...1) { 0.25 - $0 }.value == 0.25)
    #expect(!RootFinding.bisection(in: 0...1) { _ in 1 }.converged)
    #expect(!RootFinding.bisection(in: 0...1, tolerance: 0, maximumEvaluations: 5) { $0 - 0.3 }.converged)
    #expect(!RootFinding.bisection(in: 0...1) { _ in .nan }.converged)
  }

  @Test func bracketsGrow() {
    let bracket = RootFinding.grownBracket(from: 0...1) { $0 - 50 }
    #expect(bracket?.contains(50) == true)
    #expect(RootFinding.grownBracket(from: 0...1) { _ in 1 } == nil)
    #expect(RootFinding.grownBracket(from: 0...1) { $0 - 0.5 } == 0...1)
  }

  @Test func minima() {
    let parabola = ScalarMinimization.brent(in: -3...10) { ($0 - 2) * ($0 - 2) + 1 }
    #expect(parabola.outcome == .converged && agree(parabola.point, 2, absolute: 1e-7) && parabola.value == 1)
    let steep = ScalarMinimization.brent(in: 0.1...10) { exp($0) - 3 * $0 * $0 + 1 / $0 }
    let slope = exp(steep.point) - 6 * steep.point - 1 / (steep.point * steep.point)
    #expect(abs(slope) < 1e-5 && steep.evaluations < 40)
    let end = ScalarMinimization.brent(in: 1...2) { $0 }
    #expect(agree(end.point, 1, absolute: 1e-6))
    let corner = ScalarMinimization.brent(in: -1...2) { abs($0 - 0.7) }
    #expect(agree(corner.point, 0.7, absolute: 1e-7))
    #expect(ScalarMinimization.brent(in: 0...1, maximumEvaluations: 4) { cos(9 * $0) }.outcome == .limitReached)
    #expect(ScalarMinimization.brent(in: 0...1) { _ in .nan }.outcome == .notFinite)
  }
}
