import Diagnostics
import Tables

/// One step that makes a table of another.
indirect enum TransformSpec: Sendable, Equatable {
  struct Output: Sendable, Equatable {
    var operation: AggregateOperation
    var field: String?
    var name: String
    /// Of `argmin` and `argmax`: the field that chooses the row.
    var argument: String?
  }

  struct SortKey: Sendable, Equatable {
    var field: String
    var isDescending = false
  }

  /// Rows before and after; nil reaches to the end.
  struct Frame: Sendable, Equatable {
    var before: Int?
    var after: Int?
  }

  struct Window: Sendable, Equatable {
    enum Operation: Sendable, Equatable {
      case rowNumber, rank, denseRank, percentRank, cumeDist, ntile(Int), nthValue(Int)
      case lag(Int), lead(Int), firstValue, lastValue
      case aggregate(AggregateOperation)
    }

    struct Output: Sendable, Equatable {
      var operation: Operation
      var field: String?
      var name: String
    }

    var outputs: [Output]
    var groupby: [String] = []
    var sort: [SortKey] = []
    var frame = Frame(before: nil, after: 0)
    var ignorePeers = false
  }

  struct Regression: Sendable, Equatable {
    enum Method: String, Sendable, CaseIterable { case linear, log, exp, pow, quad, poly }

    var x: String
    var y: String
    var groupby: [String] = []
    var method = Method.linear
    var order = 3
    var extent: ClosedRange<Double>?
    /// Coefficients and R² instead of the fitted curve.
    var wantsParameters = false
    var names: [String]
  }

  struct Loess: Sendable, Equatable {
    var x: String
    var y: String
    var groupby: [String] = []
    var bandwidth = 0.3
    var names: [String]
  }

  /// Of two columns: the coefficient, the two-sided p value and the number of pairs.
  struct CorrelationOf: Sendable, Equatable {
    enum Method: String, Sendable, CaseIterable { case pearson, spearman, kendall }

    var method: Method
    var x: String
    var y: String
    var groupby: [String] = []
    var names: [String]
  }

  struct Density: Sendable, Equatable {
    var field: String
    var groupby: [String] = []
    var isCumulative = false
    var isCount = false
    var bandwidth: Double?
    var extent: ClosedRange<Double>?
    var steps: Int?
    var minSteps = 25
    var maxSteps = 200
    /// Each group over its own extent.
    var isIndependent = false
    var names = ["value", "density"]
  }

  struct Impute: Sendable, Equatable {
    var field: String
    var key: String
    var groupby: [String] = []
    /// value, mean, median, min, max.
    var method = "value"
    var value: Value?
    var frame = Frame(before: nil, after: nil)
    var keyvals: [Value] = []
  }

  struct Pivot: Sendable, Equatable {
    var field: String
    var value: String
    var groupby: [String] = []
    var operation = AggregateOperation.sum
    var limit: Int?
  }

  struct Lookup: Sendable, Equatable {
    var field: String
    var source: DataSpec
    var key: String
    var fields: [String]
    var names: [String]
    var fallback: Value?
  }

  struct Stack: Sendable, Equatable {
    var field: String
    var groupby: [String]
    var offset = ChannelDefinition.Stack.zero
    var sort: [SortKey] = []
    var names: [String]
  }

  case filter(FilterPredicate)
  case calculate(ExpressionSource, name: String)
  case aggregate([Output], groupby: [String])
  case joinAggregate([Output], groupby: [String])
  case bin(BinSpec, field: String, names: [String])
  case timeUnit(TimeUnit, field: String, names: [String])
  case fold([String], key: String, value: String)
  case flatten([String], names: [String])
  case window(Window)
  case density(Density)
  case regression(Regression)
  case loess(Loess)
  case correlation(CorrelationOf)
  case quantile(field: String, groupby: [String], probabilities: [Double]?, step: Double, names: [String])
  case impute(Impute)
  case pivot(Pivot)
  case lookup(Lookup)
  case stack(Stack)
  case sample(Int)
  /// The least and greatest value of a field, as a variable of later expressions.
  case extent(field: String, parameter: String)
}

/// A condition on rows.
indirect enum FilterPredicate: Sendable, Equatable {
  enum Comparison: String, Sendable, CaseIterable { case equal, lt, lte, gt, gte }

  /// A field, possibly rounded down to a unit of time.
  struct Subject: Sendable, Equatable {
    var field: String
    var timeUnit: TimeUnit?
  }

  case expression(ExpressionSource)
  case compare(Subject, Comparison, Value)
  case range(Subject, Double?, Double?)
  case oneOf(Subject, [Value])
  case valid(Subject, Bool)
  case not(FilterPredicate)
  case all([FilterPredicate])
  case any([FilterPredicate])
}

/// A transform with its place in the notebook.
struct LocatedTransform: Sendable, Equatable {
  var spec: TransformSpec
  var range: SourceRange
}
