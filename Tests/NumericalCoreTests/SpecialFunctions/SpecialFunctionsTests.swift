import Testing

@testable import NumericalCore

@Suite struct SpecialFunctionsTests {
  @Test func logGamma() throws {
    for row in try ReferenceTable("log-gamma.csv").rows {
      #expect(agree(SpecialFunctions.logGamma(row[0]), row[1], relative: 1e-14, absolute: 2e-14), "\(row)")
    }
    #expect(SpecialFunctions.logGamma(-1).isNaN)
  }

  @Test func incompleteGamma() throws {
    for row in try ReferenceTable("incomplete-gamma.csv").rows {
      #expect(agree(SpecialFunctions.incompleteGammaP(row[0], row[1]), row[2], absolute: 1e-12), "\(row)")
    }
  }

  @Test func incompleteBeta() throws {
    for row in try ReferenceTable("incomplete-beta.csv").rows {
      #expect(agree(SpecialFunctions.incompleteBeta(row[0], row[1], row[2]), row[3], absolute: 1e-12), "\(row)")
    }
  }

  @Test func normalQuantile() throws {
    for row in try ReferenceTable("normal-quantile.csv").rows {
      #expect(agree(Distributions.normalQuantile(row[0]), row[1], relative: 1e-13, absolute: 1e-15), "\(row)")
    }
    #expect(Distributions.normalQuantile(0) == -.infinity)
    #expect(Distributions.normalQuantile(2).isNaN)
  }

  @Test func student() throws {
    for row in try ReferenceTable("student.csv").rows {
      #expect(agree(Distributions.studentCDF(row[1], degrees: row[0]), row[2], relative: 1e-11), "\(row)")
      #expect(agree(Distributions.studentQuantile(row[2], degrees: row[0]), row[1], relative: 1e-9), "\(row)")
    }
  }

  @Test func gammaDensity() throws {
    for row in try ReferenceTable("gamma-density.csv").rows {
      let density = Distributions.gammaDensity(row[2], shape: row[0], scale: row[1])
      #expect(agree(density, row[3], relative: 1e-11, absolute: 1e-300), "\(row)")
    }
    #expect(Distributions.gammaDensity(-1, shape: 2, scale: 1) == 0)
  }
}
