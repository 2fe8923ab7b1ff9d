import Diagnostics
import NumericalCore
import Tables

/// Transforms that make other rows.
extension TransformRunner {
  func joined(_ frame: DataFrame, _ outputs: [TransformSpec.Output], _ groupby: [String]) -> DataFrame {
    let groups = Grouping(frame, by: groupby).groups
    var group = [Int](repeating: 0, count: frame.rowCount)
    for (index, rows) in groups.enumerated() { for row in rows { group[row] = index } }
    return frame.setting(outputs.map { Aggregation.summary(frame, $0, groups).selecting(group) })
  }

  /// One row for each of the fields; row by row, as Vega.
  func folded(_ frame: DataFrame, _ fields: [String], _ key: String, _ value: String) -> DataFrame {
    let rows = (0..<frame.rowCount).flatMap { [Int](repeating: $0, count: fields.count) }
    var result = frame.selecting(rows)
    let keys = FrameColumn(key, .categories(rows.indices.map { Int32($0 % fields.count) }, levels: fields))
    let columns = fields.map { frame.column($0) }
    let values: FrameColumn
    if columns.contains(where: \.isText) {
      values = FrameColumn(value, values: rows.indices.map { columns[$0 % fields.count][rows[$0]] })
    } else {
      let numbers = columns.map(\.numbers)
      values = FrameColumn(value, rows.indices.map { numbers[$0 % fields.count][rows[$0]] })
    }
    result = result.setting([keys, values])
    return result
  }

  func density(_ frame: DataFrame, _ spec: TransformSpec.Density) -> DataFrame {
    let all = frame.column(spec.field).numbers
    let finite = all.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return empty(frame, spec.groupby, spec.names) }
    let steps = (spec.steps ?? spec.minSteps, spec.steps ?? spec.maxSteps)
    var (firsts, places, densities): ([Int], [Double], [Double]) = ([], [], [])
    for rows in Grouping(frame, by: spec.groupby).groups {
      let known = rows.map { all[$0] }.filter(\.isFinite)
      let values = known + (countsMissing ? [Double](repeating: 0, count: rows.count - known.count) : [])
      let bandwidth = spec.bandwidth ?? DensityEstimate.bandwidth(known, count: values.count)
      let own = spec.isIndependent ? (values.min() ?? low)...(values.max() ?? high) : low...high
      let extent = spec.extent ?? own
      let curve: [(x: Double, y: Double)]
      if spec.isIndependent && spec.extent == nil || steps.0 != steps.1 && spec.isIndependent {
        curve = CurveSampling.points(extent, minimum: steps.0, maximum: steps.1) { place in
          DensityEstimate.evaluate(values, at: [place], bandwidth: bandwidth, isCumulative: spec.isCumulative)[0]
        }
      } else {
        let count = steps.1
        let even = (0...count).map { $0 == count ? extent.upperBound : extent.lowerBound + Double($0) / Double(count) * (extent.upperBound - extent.lowerBound) }
        curve = zip(even, DensityEstimate.evaluate(values, at: even, bandwidth: bandwidth, isCumulative: spec.isCumulative)).map { ($0, $1) }
      }
      firsts += [Int](repeating: rows[0], count: curve.count)
      places += curve.map(\.x)
      densities += curve.map { spec.isCount ? $0.y * Double(values.count) : $0.y }
    }
    let keys = spec.groupby.map { frame.column($0).selecting(firsts) }
    return DataFrame(keys + [FrameColumn(spec.names[0], places), FrameColumn(spec.names[1], densities)], rowCount: places.count)
  }

  mutating func regression(_ frame: DataFrame, _ spec: TransformSpec.Regression, _ range: SourceRange) -> DataFrame {
    let (x, y) = (frame.column(spec.x).instants, frame.column(spec.y).numbers)
    var firsts: [Int] = []
    var fits: [(rows: [Int], fit: RegressionFit)] = []
    for rows in Grouping(frame, by: spec.groupby).groups {
      guard let fit = RegressionFit(x: rows.map { x[$0] }, y: rows.map { y[$0] }, method: spec.method, order: spec.order) else {
        diagnostics.append(ChartingDiagnostics.unsuitable("too few points for the regression", at: range, .warning))
        continue
      }
      fits.append((rows, fit))
    }
    if spec.wantsParameters { return parameters(frame, spec, fits) }
    var (xs, ys): ([Double], [Double]) = ([], [])
    for (rows, fit) in fits {
      let finite = rows.map { x[$0] }.filter(\.isFinite)
      let extent = spec.extent ?? (finite.min() ?? 0)...(finite.max() ?? 1)
      let curve: [(x: Double, y: Double)] =
        spec.method == .linear
        ? [extent.lowerBound, extent.upperBound].map { ($0, fit.value(at: $0)) }
        : CurveSampling.points(extent, minimum: 25, maximum: 200) { fit.value(at: $0) }
      xs += curve.map(\.x)
      ys += curve.map(\.y)
      firsts += [Int](repeating: rows[0], count: curve.count)
    }
    let keys = spec.groupby.map { frame.column($0).selecting(firsts) }
    return DataFrame(keys + [FrameColumn(spec.names[0], xs), FrameColumn(spec.names[1], ys)], rowCount: xs.count)
  }

  private func parameters(_ frame: DataFrame, _ spec: TransformSpec.Regression, _ fits: [(rows: [Int], fit: RegressionFit)]) -> DataFrame {
    let keys = spec.groupby.map { frame.column($0).selecting(fits.map { $0.rows[0] }) }
    let count = fits.map(\.fit.coefficients.count).max() ?? 0
    let coefficients = (0..<count).map { power in
      FrameColumn("coef\(power)", fits.map { power < $0.fit.coefficients.count ? $0.fit.coefficients[power] : .nan })
    }
    let lists = FrameColumn("coef", texts: fits.map { "[" + $0.fit.coefficients.map { "\($0)" }.joined(separator: ", ") + "]" })
    return DataFrame(keys + [lists] + coefficients + [FrameColumn("rSquared", fits.map(\.fit.rSquared))], rowCount: fits.count)
  }

  /// One row a group, of its pairs without a missing number.
  func correlated(_ frame: DataFrame, _ spec: TransformSpec.CorrelationOf) -> DataFrame {
    let (x, y) = (frame.column(spec.x).numbers, frame.column(spec.y).numbers)
    let groups = Grouping(frame, by: spec.groupby).groups
    let results = groups.map { rows -> (coefficient: Double, pValue: Double, count: Int) in
      let pairs = rows.filter { x[$0].isFinite && y[$0].isFinite }
      guard pairs.count > 1 else { return (.nan, .nan, pairs.count) }
      let (a, b) = (pairs.map { x[$0] }, pairs.map { y[$0] })
      let result =
        switch spec.method {
        case .pearson: Statistics.pearson(a, b)
        case .spearman: Statistics.spearman(a, b)
        case .kendall: Statistics.kendall(a, b)
        }
      return (result.coefficient, result.pValue, result.count)
    }
    let keys = spec.groupby.map { frame.column($0).selecting(groups.map { $0[0] }) }
    return DataFrame(
      keys + [
        FrameColumn(spec.names[0], results.map(\.coefficient)), FrameColumn(spec.names[1], results.map(\.pValue)),
        FrameColumn(spec.names[2], results.map { Double($0.count) }, .integer),
      ], rowCount: groups.count)
  }

  func quantiles(_ frame: DataFrame, _ field: String, _ groupby: [String], _ probabilities: [Double], _ names: [String]) -> DataFrame {
    let all = frame.column(field).numbers
    let groups = Grouping(frame, by: groupby).groups
    let values = groups.flatMap { rows -> [Double] in
      let sorted = rows.map { all[$0] }.filter { !$0.isNaN }.sorted()
      return probabilities.map { Aggregation.quantile(sorted, $0) }
    }
    let keys = groupby.map { frame.column($0).selecting(groups.flatMap { [Int](repeating: $0[0], count: probabilities.count) }) }
    return DataFrame(
      keys + [FrameColumn(names[0], groups.flatMap { _ in probabilities }), FrameColumn(names[1], values)], rowCount: values.count)
  }

  private func empty(_ frame: DataFrame, _ groupby: [String], _ names: [String]) -> DataFrame {
    DataFrame((groupby.map { frame.column($0).selecting([]) }) + names.map { FrameColumn($0, [Double]()) }, rowCount: 0)
  }
}
