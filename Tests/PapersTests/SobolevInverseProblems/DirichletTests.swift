import Foundation
import NumericalCore
import Testing

@testable import Papers

@Suite struct DirichletTests {
  @Test func sweepGivesSines() {
    let points = [0, 1e-4, 0.1, 1.0 / 3, 0.5, 0.77, 0.9999, 1]
    var sweep = Sobolev.SineSweep(points: points)
    var worst = 0.0
    for k in 1...1000 {
      sweep.advance()
      for (j, x) in points.enumerated() {
        let angle = Double.pi * (Double(k) * x).truncatingRemainder(dividingBy: 2)
        worst = max(worst, abs(sweep.values[j + 1] - 2.0.squareRoot() * sin(angle)))
      }
    }
    #expect(sweep.frequency == 1000)
    #expect(worst < 1e-12)
    #expect(sweep.values.first == 0 && sweep.values.last == 0)
  }

  /// The tridiagonal inverse, and the errors made from it, against a Cholesky solve with the full Gram matrix.
  @Test(arguments: [1, 2, 3, 10, 40]) func agreesWithExplicitMatrices(count: Int) throws {
    let source = RandomSource(seed: 3, stream: "points \(count)")
    let bridge = Sobolev.BridgeInterpolant.uniform(count: count, from: source)
    let x = bridge.points
    let gram = Matrix(rows: count, columns: count) { min(x[$0], x[$1]) - x[$0] * x[$1] }
    let factor = try Cholesky(gram)
    var noiseSource = source.substream("noise")
    let noise = noiseSource.normals(count)
    for mode in Sobolev.DirichletMode.allCases {
      let fit = Sobolev.DirichletFit(mode: mode, bridge: bridge, noise: noise, sigma: 0.3)
      let c = factor.solve(fit.observations)
      #expect(Vector.norm(Vector.subtract(c, fit.coefficients)) < 1e-7 * Vector.norm(c))
      #expect(bridge.residual(fit.coefficients, fit.observations) < 1e-9)

      let largest = 60
      let features = Matrix(rows: count, columns: largest) { j, k in 2.0.squareRoot() * sin(.pi * Double(k + 1) * x[j]) }
      let truth = (1...largest).map(Sobolev.DirichletProblem.coefficient)
      let a = (1...largest).map { Sobolev.DirichletProblem.operatorValue(mode, $0) }
      let response = (1...largest).map { 1 / (pow(.pi * Double($0), 2) * a[$0 - 1]) }
      let solved = factor.solve(features)
      let clean = features * zip(a, truth).map { $0 * $1 }
      let errors = Sobolev.DirichletFit.errors([fit], bridge, largest: largest)[0]
      var expected = Sobolev.DirichletFit.Errors()
      for k in 0..<largest {
        let column = solved.column(k)
        expected.variance += pow(response[k], 2) * Vector.squaredNorm(column)
        expected.bias += pow(response[k] * Vector.dot(column, clean) - truth[k], 2)
        expected.oneDraw += pow(response[k] * Vector.dot(column, fit.observations) - truth[k], 2)
      }
      let norm = 1.3125
      expected.variance *= pow(0.3 * Sobolev.DirichletProblem.rms(mode), 2) / norm
      #expect(abs(errors.variance / expected.variance - 1) < 1e-7)
      #expect(abs(errors.bias - expected.bias / norm) < 1e-9)
      #expect(abs(errors.oneDraw / (expected.oneDraw / norm) - 1) < 1e-6)
    }
  }

  @Test func regressionInterpolatesItsDataInTheCurveToo() {
    let bridge = Sobolev.BridgeInterpolant(sortedPoints: [0.25, 0.5, 0.75])
    let fit = Sobolev.DirichletFit(mode: .reg, bridge: bridge, noise: [0, 0, 0], sigma: 0)
    let curves = fit.curves(at: bridge.points, largest: 4000)
    for (estimate, truth) in zip(curves.estimate, curves.truth) { #expect(abs(estimate - truth) < 1e-3) }
  }

  @Test func noisePowerIsThatOfTheObservedFunction() {
    #expect(abs(Sobolev.DirichletProblem.rms(.reg) - 1.3125.squareRoot()) < 1e-15)
    let squares = [1.0, 20.25, 39.0625].reduce(0, +)
    #expect(abs(Sobolev.DirichletProblem.rms(.pde) - pow(.pi, 2) * squares.squareRoot()) < 1e-12)
  }
}
