import Diagnostics
import Tables

/// One step that makes a table of another.
indirect enum TransformSpec: Sendable, Equatable {
  struct Output: Sendable, Equatable {
    var operation: AggregateOperation
    var field: String?
    var name: String
  }

  struct Window: Sendable, Equatable {
    enum Operation: Sendable, Equatable {
      case rowNumber, rank, denseRank, percentRank, cumeDist
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
    var sort: [(field: String, descending: Bool)] = []
    /// Rows before and after; nil reaches to the end.
    var frame: (before: Int?, after: Int?) = (nil, 0)
    var ignorePeers = false

    static func == (a: Window, b: Window) -> Bool {
      a.outputs == b.outputs && a.groupby == b.groupby && a.ignorePeers == b.ignorePeers
        && a.sort.map(\.field) == b.sort.map(\.field) && a.sort.map(\.descending) == b.sort.map(\.descending)
        && a.frame == b.frame
    }
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

  struct Density: Sendable, Equatable {
    var field: String
    var groupby: [String] = []
    var isCumulative = false
    var isCount = false
    var bandwidth: Double?
    var extent: ClosedRange<Double>?
    var steps: Int?
    var names = ["value", "density"]
  }

  case filter(FilterPredicate)
  case calculate(ExpressionSource, name: String)
  case aggregate([Output], groupby: [String])
  case joinAggregate([Output], groupby: [String])
  case bin(BinSpec, field: String, names: [String])
  case fold([String], key: String, value: String)
  case flatten([String])
  case window(Window)
  case density(Density)
  case regression(Regression)
  case quantile(field: String, groupby: [String], probabilities: [Double]?, step: Double, names: [String])
}

/// A condition on rows.
indirect enum FilterPredicate: Sendable, Equatable {
  enum Comparison: String, Sendable, CaseIterable { case equal, lt, lte, gt, gte }

  case expression(ExpressionSource)
  case compare(field: String, Comparison, Value)
  case range(field: String, Double?, Double?)
  case oneOf(field: String, [Value])
  case valid(field: String, Bool)
  case not(FilterPredicate)
  case all([FilterPredicate])
  case any([FilterPredicate])
}

/// A transform with its place in the notebook.
struct LocatedTransform: Sendable, Equatable {
  var spec: TransformSpec
  var range: SourceRange
}
