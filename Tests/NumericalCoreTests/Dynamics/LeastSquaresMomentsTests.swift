import NumericalCore
import Testing

@Suite struct LeastSquaresMomentsTests {
  @Test func oneGaussianDimensionIsGeometric() {
    // E(1 − γa²)² = 1 − 2γλ + 3γ²λ².
    var moments = LeastSquaresMoments(
      eigenvalues: [0.5], fourthMoment: .gaussian, stepSize: 0.3, start: [4], averaging: false)
    moments.advance(to: 10)
    let factor = 1 - 2 * 0.3 * 0.5 + 3 * 0.09 * 0.25
    var expected = 0.5 * 0.5 * 4
    for _ in 0..<10 { expected *= factor }
    #expect(abs(moments.risk / expected - 1) < 1e-13)
    #expect(moments.averageRisk.isNaN)
  }

  @Test func oneDimensionalAverageIsTheSumOfCovariances() {
    // E[δₛδₜ] = (1 − γλ)^{t−s} E δₛ².
    let (gamma, lambda, variance) = (0.4, 0.7, 0.2)
    let factor = 1 - 2 * gamma * lambda + 3 * gamma * gamma * lambda * lambda
    var moments = LeastSquaresMoments(
      eigenvalues: [lambda], fourthMoment: .gaussian, stepSize: gamma, noiseVariance: variance, start: [1])
    var squares = [1.0]
    for t in 1...6 {
      squares.append(squares[t - 1] * factor + gamma * gamma * variance * lambda)
      moments.advance(to: t)
      var sum = 0.0
      for s in 0...t {
        var covariance = squares[s]
        sum += covariance
        for _ in stride(from: s, to: t, by: 1) {
          covariance *= 1 - gamma * lambda
          sum += 2 * covariance
        }
      }
      #expect(abs(moments.averageRisk / (0.5 * lambda * sum / Double((t + 1) * (t + 1))) - 1) < 1e-13)
    }
  }

  @Test func oneHotUniformIsExponential() {
    // With γ = 1 a seen coordinate is solved: the others survive with probability 1 − 1/d.
    let d = 7
    var moments = LeastSquaresMoments(
      eigenvalues: [Double](repeating: 1 / 7.0, count: d), fourthMoment: .oneHot, stepSize: 1,
      start: [1, 2, 3, 4, 5, 6, 7])
    moments.advance(to: 3)
    let survival = 6.0 * 6 * 6 / 343
    for (index, value) in moments.secondMoments.enumerated() { #expect(abs(value - survival * Double(index + 1)) < 1e-13) }
  }

  @Test func gaussianFourthMomentByQuadrature() {
    // The three-point Gauss–Hermite rule has the moments of a normal number up to the fifth.
    let (lambda, c) = ([0.9, 0.4], [0.3, 1.7])
    let root = 3.0.squareRoot()
    let rule = [(-root, 1.0 / 6), (0, 2.0 / 3), (root, 1.0 / 6)]
    var found = [0.0, 0]
    for (x, p) in rule {
      for (y, q) in rule {
        let a = [x * lambda[0].squareRoot(), y * lambda[1].squareRoot()]
        // E⟨a, δ⟩² over δ with independent signs.
        let square = a[0] * a[0] * c[0] + a[1] * a[1] * c[1]
        for i in 0..<2 { found[i] += p * q * square * a[i] * a[i] }
      }
    }
    let moment = FourthMoment.gaussian
    let trace = lambda[0] * c[0] + lambda[1] * c[1]
    for i in 0..<2 {
      let q = moment.square * lambda[i] * lambda[i] * c[i] + moment.own * lambda[i] * c[i] + moment.trace * lambda[i] * trace
      #expect(abs(q - found[i]) < 1e-14)
    }
  }

  @Test func batchesInterpolateBetweenTheMomentAndItsMean() {
    #expect(FourthMoment.gaussian.mean(of: 1) == .gaussian)
    #expect(FourthMoment.oneHot.mean(of: 4) == FourthMoment(square: 0.75, own: 0.25, trace: 0))
    #expect(FourthMoment.circle.mean(of: 2) == FourthMoment(square: 0.5, own: 0, trace: 1))
  }

  @Test func stepsOnALogarithmicAxis() {
    #expect(Vector.logarithmicSteps(through: 1, count: 60) == [1])
    #expect(Vector.logarithmicSteps(through: 4, count: 60) == [1, 2, 3, 4])
    let steps = Vector.logarithmicSteps(through: 100_000, count: 60)
    #expect(steps.first == 1 && steps.last == 100_000 && steps.count > 45 && steps.count <= 60)
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 })
    let powers = Vector.powerLaw(exponent: 4, count: 3)
    #expect(powers[0] == 1 && abs(powers[1] - 1.0 / 16) < 1e-16 && abs(powers[2] - 1.0 / 81) < 1e-16)
    #expect(Vector.powerLaw(exponent: 0, count: 2) == [1, 1])
  }
}
