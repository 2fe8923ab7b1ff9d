import Testing

@testable import NumericalCore

@Suite struct MoreSpecialFunctionsTests {
  @Test func derivativesOfLogGamma() throws {
    for row in try ReferenceTable("digamma.csv").rows {
      #expect(agree(SpecialFunctions.digamma(row[0]), row[1], relative: 1e-14, absolute: 1e-14), "\(row)")
      #expect(agree(SpecialFunctions.trigamma(row[0]), row[2], relative: 1e-14), "\(row)")
    }
    #expect(SpecialFunctions.digamma(0).isNaN && SpecialFunctions.trigamma(-1).isNaN)
    #expect(agree(SpecialFunctions.logBinomial(52, 5), Elementary.log(2_598_960), relative: 1e-14))
    #expect(SpecialFunctions.logBinomial(3, 4) == -.infinity && SpecialFunctions.logBinomial(3, 0) == 0)
    #expect(agree(SpecialFunctions.logBeta(2, 3), -Elementary.log(12), relative: 1e-14))
  }

  @Test func errorFunctions() throws {
    for row in try ReferenceTable("erf.csv").rows {
      #expect(agree(SpecialFunctions.erf(row[0]), row[1], relative: 2e-15), "\(row)")
      #expect(agree(SpecialFunctions.erfc(row[0]), row[2], relative: 1e-14), "\(row)")
      #expect(agree(Distributions.normalCDF(row[0]), row[3], relative: 5e-15), "\(row)")
      #expect(agree(Distributions.normalTail(row[0]), row[4], relative: 5e-14), "\(row)")
    }
    for row in try ReferenceTable("inverse-erf.csv").rows {
      #expect(agree(SpecialFunctions.inverseErf(row[0]), row[1], relative: 1e-13), "\(row)")
    }
    for row in try ReferenceTable("inverse-erfc.csv").rows {
      #expect(agree(SpecialFunctions.inverseErfc(row[0]), row[1], relative: 1e-13, absolute: 1e-15), "\(row)")
    }
    #expect(SpecialFunctions.inverseErf(1) == .infinity && SpecialFunctions.inverseErf(1.1).isNaN)
    #expect(SpecialFunctions.inverseErfc(0) == .infinity && SpecialFunctions.inverseErfc(2) == -.infinity)
  }

  @Test func upperIncompleteGamma() throws {
    for row in try ReferenceTable("incomplete-gamma-upper.csv").rows {
      #expect(agree(SpecialFunctions.incompleteGammaQ(row[0], row[1]), row[2], relative: 1e-10), "\(row)")
    }
    #expect(SpecialFunctions.incompleteGammaQ(1, 0) == 1 && SpecialFunctions.incompleteGammaQ(0, 1).isNaN)
  }

  @Test func lawsOfTestStatistics() throws {
    for row in try ReferenceTable("chi-square-fisher.csv").rows {
      #expect(agree(Distributions.chiSquareCDF(row[1], degrees: row[0]), row[2], absolute: 1e-12), "\(row)")
      #expect(agree(Distributions.chiSquareTail(row[1], degrees: row[0]), row[3], relative: 1e-11), "\(row)")
      #expect(agree(Distributions.fisherTail(row[1], numerator: row[0], denominator: 5), row[4], relative: 1e-11), "\(row)")
      #expect(agree(Distributions.fisherTail(row[1], numerator: 3, denominator: row[0]), row[5], relative: 1e-11), "\(row)")
    }
  }

  @Test func quantilesInvertTheLaws() throws {
    for row in try ReferenceTable("beta-gamma-quantile.csv").rows {
      #expect(agree(Distributions.betaQuantile(row[2], row[0], row[1]), row[3], relative: 1e-9), "\(row)")
      #expect(agree(Distributions.gammaQuantile(row[2], shape: row[0], scale: row[1]), row[4], relative: 1e-9), "\(row)")
    }
    #expect(Distributions.betaQuantile(2, 1, 1).isNaN && Distributions.gammaQuantile(1, shape: 1, scale: 1) == .infinity)
    #expect(Distributions.betaCDF(2, 1, 1) == 1)
  }

  @Test func countLaws() throws {
    for row in try ReferenceTable("binomial-poisson.csv").rows {
      let (n, p, k) = (Int(row[0]), row[1], Int(row[2]))
      #expect(agree(Distributions.binomialProbability(k, trials: n, probability: p), row[3], relative: 1e-10), "\(row)")
      #expect(agree(Distributions.binomialCDF(k, trials: n, probability: p), row[4], relative: 1e-10), "\(row)")
      #expect(agree(Distributions.poissonProbability(k, mean: Double(n) * p), row[5], relative: 1e-10), "\(row)")
      #expect(agree(Distributions.poissonCDF(k, mean: Double(n) * p), row[6], relative: 1e-10), "\(row)")
    }
    #expect(Distributions.binomialProbability(0, trials: 3, probability: 0) == 1)
    #expect(Distributions.poissonProbability(1, mean: 0) == 0)
  }

  @Test func stableElementaryFunctions() throws {
    for row in try ReferenceTable("elementary.csv").rows {
      #expect(agree(Elementary.logOnePlus(row[0]), row[1], relative: 4e-16), "\(row)")
      #expect(agree(Elementary.expMinusOne(row[0]), row[2], relative: 1.5e-15), "\(row)")
      #expect(agree(Elementary.tanh(row[0]), row[3], relative: 1.5e-15), "\(row)")
      #expect(agree(Elementary.softplus(row[0]), row[4], relative: 1e-15), "\(row)")
      #expect(agree(Elementary.logistic(row[0]), row[5], relative: 1e-15), "\(row)")
    }
    #expect(agree(Elementary.logSumExp([1000, 1000]), 1000 + Elementary.log(2), relative: 1e-15))
    #expect(Elementary.logSumExp([]) == -.infinity && Elementary.logSumExp([.nan, 1]).isNaN)
    var x = [-1000.0, 0, 1]
    Elementary.softmax(&x)
    #expect(x[0] == 0 && agree(x[2] / x[1], Elementary.exp(1), relative: 1e-14) && agree(Vector.sum(x), 1, relative: 1e-14))
    #expect(Elementary.logistic(-800) == 0 && Elementary.softplus(-800) == 0 && Elementary.tanh(-.infinity) == -1)
    #expect(agree(Elementary.power(3, 2.5), 15.588457268119896, relative: 1e-15) && Elementary.power(0, 0) == 1)
    var powers = [1.0, 4, 1e-10]
    Elementary.power(&powers, exponent: 0.5)
    for (value, expected) in zip(powers, [1.0, 2, 1e-5]) { #expect(agree(value, expected, relative: 1e-14)) }
  }
}
