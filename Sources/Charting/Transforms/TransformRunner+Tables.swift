import Diagnostics
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
    let extent = spec.extent ?? low...high
    let steps = spec.steps ?? 200
    let places = (0..<steps).map { extent.lowerBound + (extent.upperBound - extent.lowerBound) * Double($0) / Double(steps - 1) }
    let groups = Grouping(frame, by: spec.groupby).groups
    var densities: [Double] = []
    for rows in groups {
      let values = rows.map { all[$0] }.filter(\.isFinite)
      let bandwidth = spec.bandwidth ?? DensityEstimate.bandwidth(values)
      let curve = DensityEstimate.evaluate(values, at: places, bandwidth: bandwidth, isCumulative: spec.isCumulative)
      densities += spec.isCount ? curve.map { $0 * Double(values.count) } : curve
    }
    let firsts = groups.flatMap { [Int](repeating: $0[0], count: steps) }
    let keys = spec.groupby.map { frame.column($0).selecting(firsts) }
    let repeated = groups.flatMap { _ in places }
    return DataFrame(keys + [FrameColumn(spec.names[0], repeated), FrameColumn(spec.names[1], densities)], rowCount: repeated.count)
  }

  mutating func regression(_ frame: DataFrame, _ spec: TransformSpec.Regression, _ range: SourceRange) -> DataFrame {
    let (x, y) = (frame.column(spec.x).numbers, frame.column(spec.y).numbers)
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
      let count = spec.method == .linear ? 2 : 60
      for index in 0..<count {
        let place = Self.interpolated(extent, Double(index) / Double(count - 1), isLogarithmic: spec.method == .log || spec.method == .pow)
        xs.append(place)
        ys.append(fit.value(at: place))
        firsts.append(rows[0])
      }
    }
    let keys = spec.groupby.map { frame.column($0).selecting(firsts) }
    return DataFrame(keys + [FrameColumn(spec.names[0], xs), FrameColumn(spec.names[1], ys)], rowCount: xs.count)
  }

  private func parameters(_ frame: DataFrame, _ spec: TransformSpec.Regression, _ fits: [(rows: [Int], fit: RegressionFit)]) -> DataFrame {
    let keys = spec.groupby.map { frame.column($0).selecting(fits.map { $0.rows[0] }) }
    let count = fits.map(\.fit.coefficients.count).max() ?? 0
    let coefficients = (0..<count).map { power in FrameColumn("coef\(power)", fits.map { $0.fit.coefficients[power] }) }
    return DataFrame(keys + coefficients + [FrameColumn("rSquared", fits.map(\.fit.rSquared))], rowCount: fits.count)
  }

  private static func interpolated(_ extent: ClosedRange<Double>, _ part: Double, isLogarithmic: Bool) -> Double {
    if part >= 1 { return extent.upperBound }
    guard isLogarithmic, extent.lowerBound > 0 else { return extent.lowerBound + part * (extent.upperBound - extent.lowerBound) }
    let transform = ScaleTransform.log(base: 10)
    return transform.inverse(transform.forward(extent.lowerBound) + part * (transform.forward(extent.upperBound) - transform.forward(extent.lowerBound)))
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
