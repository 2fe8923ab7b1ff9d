import Diagnostics
import Tables

/// What one channel shows: a field, a datum in data space, or a visual value.
struct ChannelDefinition: Sendable, Equatable {
  enum Source: Sendable, Equatable {
    case none
    case field(String)
    case datum(Value)
    case value(Value)
    /// A visual value worked out from the row.
    case expression(ExpressionSource)
  }

  /// How areas and bars of one place are put on each other.
  enum Stack: String, Sendable { case zero, normalize, center, none }

  struct Condition: Sendable, Equatable {
    enum Test: Sendable, Equatable {
      case expression(ExpressionSource)
      case predicate(FilterPredicate)
    }

    enum Output: Sendable, Equatable {
      case value(Value)
      case expression(ExpressionSource)
    }

    var test: Test
    var output: Output
    /// The output where the test fails.
    var isNegated = false
  }

  /// How missing rows of a series are filled in: with a value, or a summary of a frame of neighbours.
  struct Imputation: Sendable, Equatable {
    var value: Value?
    var method: String?
    var frame: (before: Int?, after: Int?) = (nil, nil)
    var keyvals: [Value]?

    static func == (a: Imputation, b: Imputation) -> Bool {
      a.value == b.value && a.method == b.method && a.frame == b.frame && a.keyvals == b.keyvals
    }
  }

  var source: Source = .none
  var type: FieldType?
  var aggregate: AggregateOperation?
  /// Of `argmin` and `argmax`: the field whose least or greatest value chooses the row.
  var aggregateArgument: String?
  var timeUnit: TimeUnit?
  var impute: Imputation?
  var bin: BinSpec?
  var title: TitleSetting = .automatic
  var scale: ScaleSpec?
  /// `scale: null`: the values are visual values already.
  var isScaleDisabled = false
  var axis = AxisSpec()
  var legend = LegendSpec()
  var header = HeaderSpec()
  var sort: SortSpec?
  var stack: Stack?
  var format: String?
  var conditions: [Condition] = []
  /// Of the facet channel.
  var columns: Int?
  /// Position within a band, 0…1.
  var bandPosition: Double?
  var range: SourceRange

  init(range: SourceRange) { self.range = range }

  var field: String? { if case .field(let name) = source { name } else { nil } }
  /// Says something about data, as opposed to a plain visual value.
  var isData: Bool {
    switch source {
    case .field: true
    case .datum: true
    case .none: aggregate == .count
    case .value, .expression: false
    }
  }
}

/// An expression as written, with its place.
struct ExpressionSource: Sendable, Equatable {
  var text: String
  var range: SourceRange
  /// The chart's own variables.
  var parameters: [String: Value] = [:]
}

typealias Encoding = [Channel: [ChannelDefinition]]
