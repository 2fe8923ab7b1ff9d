import CSQLite
import NumericalCore

/// A statistic as an aggregate function of SQL. Rows with a NULL argument are left out; too few rows give NULL.
package struct AggregateFunction: Sendable {
  package let name: String
  /// The numbers of arguments it may be called with; the first `columns` are values, the rest a constant option.
  let arity: ClosedRange<Int>
  /// How many of the arguments are values of the row.
  let columns: Int
  /// From the values and the option; NaN means NULL.
  let compute: @Sendable (_ x: [Double], _ y: [Double], _ option: Double?) -> Double

  static func of(_ name: String, _ compute: @escaping @Sendable ([Double]) -> Double) -> AggregateFunction {
    AggregateFunction(name: name, arity: 1...1, columns: 1) { x, _, _ in x.isEmpty ? .nan : compute(x) }
  }

  static func ofPairs(_ name: String, _ compute: @escaping @Sendable ([Double], [Double]) -> Double) -> AggregateFunction {
    AggregateFunction(name: name, arity: 2...2, columns: 2) { x, y, _ in x.count < 2 ? .nan : compute(x, y) }
  }

  /// Every registered statistic; the implementations are the numerical core's.
  package static let all: [AggregateFunction] = [
    .of("mean", Statistics.mean),
    .of("median", Statistics.median),
    .of("variance") { $0.count < 2 ? .nan : Statistics.variance($0) },
    .of("stddev") { $0.count < 2 ? .nan : Statistics.standardDeviation($0) },
    .of("sem") { $0.count < 2 ? .nan : Statistics.standardError($0) },
    .of("geomean", Statistics.geometricMean),
    AggregateFunction(name: "quantile", arity: 2...2, columns: 1) { x, _, p in
      guard let p, p >= 0, p <= 1, !x.isEmpty else { return .nan }
      return Statistics.quantile(x, p)
    },
    AggregateFunction(name: "ci_low", arity: 1...2, columns: 1) { x, _, level in interval(x, level)?.lower ?? .nan },
    AggregateFunction(name: "ci_high", arity: 1...2, columns: 1) { x, _, level in interval(x, level)?.upper ?? .nan },
    .ofPairs("slope") { Statistics.linearRegression($0, $1).slope },
    .ofPairs("intercept") { Statistics.linearRegression($0, $1).intercept },
    .ofPairs("r_squared") { Statistics.linearRegression($0, $1).rSquared },
    .ofPairs("corr") { Statistics.pearson($0, $1).coefficient },
    .ofPairs("spearman") { Statistics.spearman($0, $1).coefficient },
    .ofPairs("kendall_tau") { Statistics.kendall($0, $1).coefficient },
  ]

  private static func interval(_ x: [Double], _ level: Double?) -> (lower: Double, upper: Double)? {
    let confidence = level ?? 0.95
    guard x.count >= 2, confidence > 0, confidence < 1 else { return nil }
    let interval = Statistics.meanInterval(x, confidence: confidence)
    return (interval.lower, interval.upper)
  }

  // MARK: - Registration

  /// Makes every statistic known to a connection.
  static func registerAll(on connection: OpaquePointer) {
    for function in all {
      for count in function.arity {
        let box = Unmanaged.passRetained(Box(function)).toOpaque()
        sqlite3_create_function_v2(
          connection, function.name, Int32(count), SQLITE_UTF8 | SQLITE_DETERMINISTIC, box, nil,
          { context, count, values in Accumulator.of(context)?.add(context, count, values) },
          { context in Accumulator.finish(context) },
          { box in if let box { Unmanaged<Box>.fromOpaque(box).release() } })
      }
    }
  }

  /// Carries a function through SQLite's user data.
  final class Box {
    let function: AggregateFunction
    init(_ function: AggregateFunction) { self.function = function }
  }
}
