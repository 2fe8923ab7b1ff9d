import NumericalCore
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Summaries of the numbers of a group; missing ones (NaN) are left out, as in SQL.
enum Aggregation {
  /// - Parameter rows: how many rows the group has, missing cells included.
  /// - Returns: NaN where the summary does not exist.
  static func value(_ operation: AggregateOperation, of all: [Double], rows: Int) -> Double {
    let values = all.contains(where: \.isNaN) ? all.filter { !$0.isNaN } : all
    let n = Double(values.count)
    switch operation {
    case .count: return Double(rows)
    case .valid: return n
    case .missing: return Double(rows) - n
    case .distinct: return Double(Set(values).count) + (values.count < rows ? 1 : 0)
    case .values: return n
    default: break
    }
    // As in Vega, nothing sums to nothing rather than to 0.
    guard !values.isEmpty else { return .nan }
    switch operation {
    case .sum: return sum(values)
    case .product: return values.reduce(1, *)
    case .mean, .average: return sum(values) / n
    case .median: return quantile(values.sorted(), 0.5)
    case .q1: return quantile(values.sorted(), 0.25)
    case .q3: return quantile(values.sorted(), 0.75)
    case .min: return values.min() ?? .nan
    case .max: return values.max() ?? .nan
    case .variance: return variance(values)
    case .variancep: return values.count > 1 ? variance(values) * (n - 1) / n : 0
    case .stdev: return variance(values).squareRoot()
    case .stdevp: return values.count > 1 ? (variance(values) * (n - 1) / n).squareRoot() : 0
    case .stderr: return (variance(values) / n).squareRoot()
    case .ci0: return sum(values) / n - halfWidth95(values)
    case .ci1: return sum(values) / n + halfWidth95(values)
    case .geomean: return exp(sum(values.map { log($0) }) / n)
    case .count, .valid, .missing, .distinct, .values, .argmin, .argmax: return n
    }
  }

  /// Neumaier's compensated sum.
  static func sum(_ values: [Double]) -> Double {
    var total = 0.0
    var compensation = 0.0
    for value in values {
      let next = total + value
      compensation += Swift.abs(total) >= Swift.abs(value) ? (total - next) + value : (value - next) + total
      total = next
    }
    return compensation.isFinite ? total + compensation : total
  }

  /// With denominator n − 1; 0 for one value.
  static func variance(_ values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    let mean = sum(values) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }

  /// Linear interpolation between order statistics (type 7, as d3, NumPy and R).
  static func quantile(_ sorted: [Double], _ probability: Double) -> Double {
    sorted.isEmpty ? .nan : Statistics.quantile(sorted: sorted, probability)
  }

  /// Half the width of the 95 % Student interval of the mean; 0 for one value.
  static func halfWidth95(_ values: [Double]) -> Double {
    guard values.count > 1 else { return 0 }
    return StudentQuantile.twoSided95(degreesOfFreedom: values.count - 1) * (variance(values) / Double(values.count)).squareRoot()
  }

  /// Summarises the rows of each group; constants of the group are kept for `groupby`.
  ///
  /// For `argmin` and `argmax` the other columns of the chosen row stand there too, as `name.column`.
  static func aggregate(_ frame: DataFrame, _ outputs: [TransformSpec.Output], groupby: [String]) -> DataFrame {
    let groups = Grouping(frame, by: groupby).groups
    let firsts = groups.map { $0[0] }
    var columns = groupby.map { frame.column($0).selecting(firsts) }
    for output in outputs { columns.append(summary(frame, output, groups)) }
    return DataFrame(columns, rowCount: groups.count).setting(outputs.flatMap { chosenRows(frame, $0, groups) })
  }

  /// All columns of the rows of the least or largest values.
  private static func chosenRows(_ frame: DataFrame, _ output: TransformSpec.Output, _ groups: [[Int]]) -> [FrameColumn] {
    guard let field = output.argument ?? output.field, output.operation == .argmin || output.operation == .argmax else { return [] }
    let rows = extremes(frame.column(field).instants, groups, output.operation)
    return frame.columns.map { $0.selecting(rows).renamed("\(output.name).\($0.name)") }
  }

  private static func extremes(_ keys: [Double], _ groups: [[Int]], _ operation: AggregateOperation) -> [Int] {
    groups.map { rows in
      let valid = rows.filter { !keys[$0].isNaN }
      let chosen = operation == .argmin ? valid.min { keys[$0] < keys[$1] } : valid.max { keys[$0] < keys[$1] }
      return chosen ?? rows[0]
    }
  }

  static func summary(_ frame: DataFrame, _ output: TransformSpec.Output, _ groups: [[Int]]) -> FrameColumn {
    let isInteger = [.count, .valid, .missing, .distinct].contains(output.operation)
    guard let field = output.field else {
      return FrameColumn(output.name, groups.map { Double($0.count) }, .integer)
    }
    let column = frame.column(field)
    if output.operation == .argmin || output.operation == .argmax {
      let rows = extremes(frame.column(output.argument ?? field).instants, groups, output.operation)
      return column.selecting(rows).renamed(output.name)
    }
    if output.operation == .distinct || column.isText && (output.operation == .valid || output.operation == .missing) {
      let codes = column.coded().codes
      return FrameColumn(output.name, groups.map { value(output.operation, of: $0.map { codes[$0] < 0 ? .nan : Double(codes[$0]) }, rows: $0.count) }, .integer)
    }
    let numbers = output.operation == .min || output.operation == .max ? column.instants : column.numbers
    let values = groups.map { rows in value(output.operation, of: rows.map { numbers[$0] }, rows: rows.count) }
    return FrameColumn(output.name, values, isInteger ? .integer : .real)
  }

  /// A summary of numbers over a column of words.
  static func isImpossible(_ operation: AggregateOperation, _ column: FrameColumn) -> Bool {
    switch operation {
    case .count, .valid, .missing, .distinct, .values, .argmin, .argmax: false
    case .min, .max: column.isText && column.count > 0 && column.instants.allSatisfy(\.isNaN) && column.hasValues
    default: column.isText && column.count > 0 && column.numbers.allSatisfy(\.isNaN) && column.hasValues
    }
  }
}
