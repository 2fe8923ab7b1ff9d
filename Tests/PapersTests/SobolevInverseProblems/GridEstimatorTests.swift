import Foundation
import NumericalCore
import Testing

@testable import Papers

@Suite struct GridEstimatorTests {
  /// Exact finite sums, computed with independent code.
  @Test(arguments: [
    (1, 16, 4, 2, 3, 4, 0, 0, 0.007906957595320792, 0.25195680470251103),
    (1, 16, 4, 0, 1, 2, 0.01, 1, 0.09403452921129722, 1.4108055158984567),
    (2, 6, 3, 1, 3, 3.5, 0.001, 0, 0.005387439319813282, 0.2767811785801848),
  ])
  func checkValues(
    d: Int, largest: Int, side: Int, t: Double, s: Double, alpha: Double, gamma: Double, r: Double, bias2: Double,
    variance: Double
  ) {
    let estimator = Sobolev.GridEstimator(
      box: .init(dimension: d, largest: largest), orders: .init(t: t, s: s, alpha: alpha, r: r))
    let errors = estimator.errors(side: side, ridges: [gamma], noise: 1)[0]
    #expect(abs(errors.bias2 / bias2 - 1) < 1e-12)
    #expect(abs(errors.variance / variance - 1) < 1e-12)
  }

  /// Against the estimator written out with its Gram matrix.
  @Test(arguments: [(1, 5, 3), (1, 5, 4), (1, 6, 1), (1, 2, 9), (2, 3, 2), (2, 2, 3), (3, 1, 2)], [0, 0.02])
  func agreesWithExplicitMatrices(_ size: (d: Int, largest: Int, side: Int), ridge: Double) throws {
    if ridge == 0 && size.side > 2 * size.largest + 1 { return }
    let orders = Sobolev.SobolevOrders(t: 0.5, s: 1.5, alpha: 1.25, r: 0.25)
    let estimator = Sobolev.GridEstimator(box: .init(dimension: size.d, largest: size.largest), orders: orders)
    let fast = estimator.errors(side: size.side, ridges: [ridge], noise: 0.7)[0]
    let slow = try explicitErrors(size.d, size.largest, size.side, orders, ridge: ridge, noise: 0.7)
    #expect(abs(fast.bias2 - slow.bias2) < 1e-9 * slow.bias2 + 1e-25)
    #expect(abs(fast.variance / slow.variance - 1) < 1e-9)
  }

  @Test func anEndlessRidgeGivesZero() {
    let estimator = Sobolev.GridEstimator(
      box: .init(dimension: 1, largest: 64), orders: .init(t: 1, s: 3, alpha: 2, r: 0.5))
    let errors = estimator.errors(side: 8, ridges: [1e200], noise: 1)[0]
    let norm = (-64...64).reduce(0.0) { $0 + pow(1 + Double($1 * $1), 0.5 - 2.5) }
    #expect(abs(errors.bias2 / norm - 1) < 1e-12)
    #expect(errors.variance < 1e-300)
  }

  /// Only differences of orders matter: risk(t, alpha, r, s) = risk(0, alpha − t, r − t, s − t).
  @Test func shiftingAllOrdersChangesNothing() {
    let box = Sobolev.FrequencyBox(dimension: 1, largest: 4096)
    let shifted = Sobolev.GridEstimator(box: box, orders: .init(t: 2, s: 4.5, alpha: 5, r: 2))
    let plain = Sobolev.GridEstimator(box: box, orders: .init(t: 0, s: 2.5, alpha: 3, r: 0))
    for side in [16, 64, 256] {
      let ridges = [0, 1e-4, 1e-2]
      for (a, b) in zip(
        shifted.errors(side: side, ridges: ridges, noise: 1), plain.errors(side: side, ridges: ridges, noise: 1))
      {
        #expect(abs(a.bias2 / b.bias2 - 1) < 1e-9 && abs(a.variance / b.variance - 1) < 1e-9)
      }
    }
  }

  @Test(arguments: [1, 2, 7, 8, 31, 32]) func ridgeSearchKnowsTheRisk(side: Int) {
    for orders in [Sobolev.SobolevOrders(t: 0, s: 1.5, alpha: 2, r: 0), .init(t: -1, s: 1, alpha: 1, r: 0.5)] {
      let estimator = Sobolev.GridEstimator(box: .init(dimension: 1, largest: 100), orders: orders)
      let search = Sobolev.RidgeSearch(estimator, side: side, noise: 0.5)
      let ridges = Sobolev.RidgeSearch.ridges(from: -14, through: 0)
      #expect(ridges.count == 57)
      let errors = estimator.errors(side: side, ridges: ridges, noise: 0.5)
      for (ridge, errors) in zip(ridges, errors) { #expect(abs(search.risk(ridge) / errors.risk - 1) < 1e-11) }
      let best = zip(ridges, errors).min { $0.1.risk < $1.1.risk }!
      #expect(search.best(of: ridges) == best.0)
    }
  }

  private func explicitErrors(
    _ d: Int, _ largest: Int, _ side: Int, _ orders: Sobolev.SobolevOrders, ridge: Double, noise: Double
  ) throws -> Sobolev.GridEstimator.Errors {
    func multiIndices(_ range: ClosedRange<Int>) -> [[Int]] {
      (0..<d).reduce([[]]) { lists, _ in lists.flatMap { list in range.map { list + [$0] } } }
    }
    let frequencies = multiIndices(-largest...largest)
    let points = multiIndices(0...(side - 1)).map { $0.map { Double($0) / Double(side) } }
    func phase(_ k: [Int], _ x: [Double]) -> Double { 2 * .pi * zip(k, x).reduce(0) { $0 + Double($1.0) * $1.1 } }
    func bracket(_ k: [Int], _ power: Double) -> Double { pow(1 + Double(k.reduce(0) { $0 + $1 * $1 }), power / 2) }
    let n = points.count
    let half = Double(d) / 2
    var gram = Matrix(rows: n, columns: n) { i, j in
      frequencies.reduce(0) { sum, k in
        sum + bracket(k, 2 * orders.t - 2 * orders.s) * cos(phase(k, zip(points[i], points[j]).map { $0 - $1 }))
      }
    }
    for i in 0..<n { gram[i, i] += Double(n) * ridge }
    let factor = try Cholesky(gram)
    let data = points.map { x in
      frequencies.reduce(0) { $0 + bracket($1, orders.t - orders.alpha - half) * cos(phase($1, x)) }
    }
    let c = factor.solve(data)
    var errors = Sobolev.GridEstimator.Errors(bias2: 0, variance: 0)
    for k in frequencies {
      let response = bracket(k, orders.t - 2 * orders.s)
      let cosines = points.map { cos(phase(k, $0)) }
      let sines = points.map { sin(phase(k, $0)) }
      let estimate = response * Vector.dot(c, cosines)
      let imaginary = response * Vector.dot(c, sines)
      let error = estimate - bracket(k, -orders.alpha - half)
      errors.bias2 += bracket(k, 2 * orders.r) * (error * error + imaginary * imaginary)
      let spread = Vector.squaredNorm(factor.solve(cosines)) + Vector.squaredNorm(factor.solve(sines))
      errors.variance += noise * noise * bracket(k, 2 * orders.r) * response * response * spread
    }
    return errors
  }
}
