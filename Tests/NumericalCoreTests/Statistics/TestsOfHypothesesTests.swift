import Testing

@testable import NumericalCore

@Suite struct TestsOfHypothesesTests {
  @Test func agreeWithSciPy() throws {
    let pairs = try ReferenceTable("pairs.csv").rows
    let reference = try ReferenceTable("tests.csv")
    for (set, row) in reference.rows.enumerated() {
      let x = pairs.filter { Int($0[0]) == set }.map { $0[1] }
      let y = pairs.filter { Int($0[0]) == set }.map { $0[2] }
      let (one, paired) = (Statistics.studentTest(x, mean: 0.1), Statistics.pairedStudentTest(x, y))
      let (welch, ranked) = (Statistics.welchTest(x, y), Statistics.mannWhitneyTest(x, y))
      let columns = Matrix(rows: x.count, columns: 2) { $1 == 0 ? x[$0] : y[$0] }
      let quadratic = Matrix(rows: x.count, columns: 3) { [1, x[$0], x[$0] * x[$0]][$1] }
      let model = try LinearModel(design: quadratic, targets: y)
      var ours: [String: Double] = [
        "t1": one.statistic, "t1_p": one.pValue, "tp": paired.statistic, "tp_p": paired.pValue, "tw": welch.statistic,
        "tw_p": welch.pValue, "tw_df": welch.degrees, "mw": ranked.statistic, "mw_p": ranked.pValue,
        "slope_p": Statistics.linearRegression(x, y).slopePValue, "skew": Statistics.skewness(x),
        "kurtosis": Statistics.excessKurtosis(x), "mad": Statistics.medianAbsoluteDeviation(x),
        "trim": Statistics.trimmedMean(x, trimming: 0.2), "cov": Statistics.covarianceMatrix(columns)[0, 1],
        "quad": model.coefficients[2], "quad_se": model.standardErrors[2], "quad_p": model.pValues[2],
        "quad_r2": model.rSquared,
      ]
      if x.count <= 3 + 1 - 1 || model.degrees < 1 { for name in ["quad_se", "quad_p", "quad_r2"] { ours[name] = nil } }
      for (name, value) in ours {
        let expected = row[reference.columns.firstIndex(of: name)!]
        if expected.isNaN { continue }
        #expect(agree(value, expected, relative: 1e-8, absolute: 1e-13), "set \(set), \(name): \(value), \(expected)")
      }
      let correlation = Statistics.correlationMatrix(columns)
      #expect(agree(correlation[0, 1], Statistics.pearson(x, y).coefficient, absolute: 1e-12))
      #expect(correlation[0, 0] == 1 && correlation[1, 0] == correlation[0, 1])
    }
  }

  @Test func exactTestsAndIntervalsOfProbabilities() throws {
    for row in try ReferenceTable("clopper-pearson.csv").rows {
      let (successes, trials) = (Int(row[0]), Int(row[1]))
      let interval = Statistics.clopperPearsonInterval(successes: successes, trials: trials)
      #expect(agree(interval.lower, row[2], absolute: 1e-11) && agree(interval.upper, row[3], absolute: 1e-11), "\(row)")
      let test = Statistics.binomialTest(successes: successes, trials: trials, probability: 0.3)
      #expect(agree(test.pValue, row[4], relative: 1e-10), "\(row)")
    }
    #expect(Statistics.binomialTest(successes: 3, trials: 0).pValue.isNaN)
    #expect(Statistics.clopperPearsonInterval(successes: 0, trials: 0).lower.isNaN)
  }

  @Test func goodnessOfFit() throws {
    for row in try ReferenceTable("kolmogorov.csv").rows {
      #expect(agree(Distributions.kolmogorovTail(row[0]), row[1], relative: 1e-12), "\(row)")
    }
    let fair = Statistics.chiSquareTest(observed: [12, 8, 10], expected: [10, 10, 10])
    #expect(fair.statistic == 0.8 && fair.degrees == 2 && agree(fair.pValue, Elementary.exp(-0.4), relative: 1e-13))
    let sample = Statistics.kolmogorovSmirnovTest([0.1, 0.5, 0.6]) { $0 }
    #expect(agree(sample.statistic, 0.4, absolute: 1e-15))
    #expect(Statistics.kolmogorovSmirnovTest([]) { $0 }.pValue.isNaN)
  }

  @Test func constantColumnsHaveNoCorrelation() {
    let sample = Matrix([[1, 0.1, 3], [2, 0.1, 1], [4, 0.1, 0]])
    let correlation = Statistics.correlationMatrix(sample)
    #expect(correlation[1, 0].isNaN && correlation[1, 1].isNaN && correlation[0, 0] == 1 && correlation[0, 2] < -0.8)
  }

  @Test func intervalsOfSlopes() {
    let fit = Statistics.linearRegression([1, 2, 3, 4], [2, 4, 5, 9])
    let interval = fit.slopeInterval()
    let half = 4.302652729749464 * fit.slopeStandardError
    #expect(agree(interval.lower, fit.slope - half, relative: 1e-10) && agree(interval.upper, fit.slope + half, relative: 1e-10))
    #expect(Statistics.linearRegression([1, 2], [2, 4]).slopePValue.isNaN)
    #expect(throws: LinearAlgebraError.singular(pivot: 1)) {
      try LinearModel(design: Matrix([[1, 2], [1, 2], [1, 2]]), targets: [1, 2, 3])
    }
  }

  @Test func accumulatedMomentsAgreeWithTheSample() {
    var source = RandomSource(seed: 1, stream: "moments")
    let values = source.normals(101).map { 1e6 + $0 }
    var (all, first, second) = (MomentAccumulator(), MomentAccumulator(), MomentAccumulator())
    for (index, value) in values.enumerated() {
      all.add(value)
      if index < 30 { first.add(value) } else { second.add(value) }
    }
    first.merge(second)
    for moments in [all, first] {
      #expect(moments.count == 101 && agree(moments.mean, Statistics.mean(values), relative: 1e-15))
      #expect(agree(moments.variance, Statistics.variance(values), relative: 1e-9))
      #expect(agree(moments.standardError, Statistics.standardError(values), relative: 1e-9))
    }
    #expect(MomentAccumulator().mean.isNaN && Statistics.weightedMean([1, 3], weights: [3, 1]) == 1.5)
  }
}
