import Testing

@testable import NumericalCore

@Suite struct MoreStatisticsTests {
  @Test func agreesWithSciPyAtOtherLevels() throws {
    let pairs = try ReferenceTable("pairs.csv").rows
    let reference = try ReferenceTable("statistics-more.csv")
    for (set, row) in reference.rows.enumerated() {
      let x = pairs.filter { Int($0[0]) == set }.map { $0[1] }
      let y = pairs.filter { Int($0[0]) == set }.map { $0[2] }
      let interval = Statistics.meanInterval(x, confidence: 0.99)
      let density = Statistics.kernelDensity(x, at: [-1, 2])
      let histogram = Histogram(x, bins: 4)
      let slope = Statistics.linearRegression(x, y).slopeInterval(confidence: 0.8)
      var ours: [String: Double] = [
        "ci99_low": interval.lower, "ci99_high": interval.upper, "kde_m1": density[0], "kde_2": density[1],
        "bandwidth": Statistics.scottBandwidth(x), "edge1": histogram.edges[1], "q90": Statistics.quantile(x, 0.9),
        "q999": Statistics.quantile(x, 0.999), "gmean": Statistics.geometricMean(x.map { abs($0) + 0.1 }),
        "rank": Statistics.ranks(x)[x.count / 2], "slope80_low": slope.lower, "slope80_high": slope.upper,
      ]
      for bin in 0..<4 {
        ours["h\(bin)"] = Double(histogram.counts[bin])
        ours["d\(bin)"] = histogram.density[bin]
      }
      for (name, value) in ours {
        let expected = row[reference.columns.firstIndex(of: name)!]
        #expect(agree(value, expected, relative: 1e-9, absolute: 1e-13), "set \(set), \(name): \(value), \(expected)")
      }
    }
  }

  @Test func wilsonAtOtherLevels() throws {
    for row in try ReferenceTable("wilson-confidence.csv").rows {
      let interval = Statistics.wilsonInterval(successes: Int(row[0]), trials: Int(row[1]), confidence: row[2])
      #expect(agree(interval.lower, row[3], absolute: 1e-12) && agree(interval.upper, row[4], absolute: 1e-12), "\(row)")
    }
  }
}
