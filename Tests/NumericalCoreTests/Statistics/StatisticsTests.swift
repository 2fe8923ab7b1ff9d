import Testing

@testable import NumericalCore

@Suite struct StatisticsTests {
  @Test func agreesWithSciPy() throws {
    let pairs = try ReferenceTable("pairs.csv").rows
    let reference = try ReferenceTable("statistics.csv")
    for (set, row) in reference.rows.enumerated() {
      let x = pairs.filter { Int($0[0]) == set }.map { $0[1] }
      let y = pairs.filter { Int($0[0]) == set }.map { $0[2] }
      let line = Statistics.linearRegression(x, y)
      let interval = Statistics.meanInterval(x)
      let (p, s, k) = (Statistics.pearson(x, y), Statistics.spearman(x, y), Statistics.kendall(x, y))
      let ours: [String: Double] = [
        "pearson": p.coefficient, "pearson_p": p.pValue, "spearman": s.coefficient, "spearman_p": s.pValue,
        "kendall": k.coefficient, "kendall_p": k.pValue, "slope": line.slope, "intercept": line.intercept,
        "slope_se": line.slopeStandardError, "intercept_se": line.interceptStandardError, "r2": line.rSquared,
        "mean": Statistics.mean(x), "variance": Statistics.variance(x), "sem": Statistics.standardError(x),
        "median": Statistics.median(x), "q13": Statistics.quantile(x, 0.13), "ci_low": interval.lower,
        "ci_high": interval.upper, "kde": Statistics.kernelDensity(x, at: [0.25])[0],
      ]
      for (name, value) in ours {
        let expected = row[reference.columns.firstIndex(of: name)!]
        #expect(agree(value, expected, relative: 1e-9, absolute: 1e-14), "set \(set), \(name): \(value), \(expected)")
      }
    }
  }

  @Test func wilson() throws {
    for row in try ReferenceTable("wilson.csv").rows {
      let interval = Statistics.wilsonInterval(successes: Int(row[0]), trials: Int(row[1]))
      #expect(agree(interval.lower, row[2], absolute: 1e-12) && agree(interval.upper, row[3], absolute: 1e-12), "\(row)")
    }
  }

  @Test func samplesThatAreTooSmall() {
    #expect(Statistics.mean([]).isNaN && Statistics.variance([1]).isNaN && Statistics.standardError([1]).isNaN)
    #expect(Statistics.median([]).isNaN && Statistics.median([4]) == 4)
    #expect(Statistics.meanInterval([3]).estimate == 3 && Statistics.meanInterval([3]).lower.isNaN)
    #expect(Statistics.pearson([1, 1], [2, 3]).coefficient.isNaN)
    #expect(Statistics.kendall([1], [2]).coefficient.isNaN)
    #expect(Statistics.linearRegression([1, 1], [2, 3]).slope.isNaN)
    #expect(Statistics.quantile([1, .nan], 0.5).isNaN)
  }

  @Test func quantilesAndRanks() {
    #expect(Statistics.quantile([4, 1, 3, 2], 0.25) == 1.75)
    #expect(Statistics.quantile([4, 1, 3, 2], 0) == 1 && Statistics.quantile([4, 1, 3, 2], 1) == 4)
    #expect(Statistics.ranks([3, 1, 3, 2]) == [3.5, 1, 3.5, 2])
    #expect(Statistics.ranks([]) == [])
  }

  @Test func geometricMeanAndPowerLaws() {
    #expect(agree(Statistics.geometricMean([1, 10, 100]), 10, relative: 1e-14))
    #expect(Statistics.geometricMean([0, 1]) == 0 && Statistics.geometricMean([-1, 1]).isNaN)
    let x = [1.0, 2, 4, 8]
    #expect(agree(Statistics.logLogSlope(x, x.map { 3 / ($0 * $0) }), -2, relative: 1e-14))
  }

  /// Kendall's coefficient against its definition, on every small sample with ties.
  @Test func kendallAgreesWithItsDefinition() {
    for code in 0..<729 {
      let x = [0.0, 1, 1, 2, 2, 0]
      var rest = code
      let y = (0..<6).map { _ -> Double in
        defer { rest /= 3 }
        return Double(rest % 3)
      }
      var (sum, pairsX, pairsY) = (0.0, 0.0, 0.0)
      for i in 0..<6 {
        for j in 0..<i {
          let (dx, dy) = ((x[i] - x[j]).signum, (y[i] - y[j]).signum)
          sum += dx * dy
          pairsX += dx * dx
          pairsY += dy * dy
        }
      }
      let tau = Statistics.kendall(x, y).coefficient
      if pairsY == 0 { #expect(tau.isNaN) } else { #expect(agree(tau, sum / (pairsX * pairsY).squareRoot(), absolute: 1e-14)) }
    }
  }

  @Test func bootstrapCoversTheMean() {
    var source = RandomSource(seed: 1, stream: "bootstrap")
    let values = source.normals(200)
    let interval = Statistics.bootstrapInterval(values, source: source.substream("resamples"))
    let normal = Statistics.meanInterval(values)
    #expect(agree(interval.lower, normal.lower, absolute: 0.02) && agree(interval.upper, normal.upper, absolute: 0.02))
    #expect(interval == Statistics.bootstrapInterval(values, source: source.substream("resamples")))
  }

  @Test func histograms() {
    let histogram = Histogram([0, 0.5, 1, 1.5, 2, 3, .nan], edges: [0, 1, 2])
    #expect(histogram.counts == [2, 3] && histogram.outside == 2)
    #expect(histogram.density == [0.4, 0.6])
    #expect(Histogram([5, 5], bins: 2).counts == [0, 2])
  }
}

extension Double {
  fileprivate var signum: Double { self > 0 ? 1 : (self < 0 ? -1 : 0) }
}
