import Diagnostics
import Tables

/// What one channel shows: a field, a datum in data space, or a visual value.
struct ChannelDefinition: Sendable, Equatable {
  enum Source: Sendable, Equatable {
    case none
    case field(String)
    case datum(Value)
    case value(Value)
  }

  /// How areas and bars of one place are put on each other.
  enum Stack: String, Sendable { case zero, normalize, center, none }

  struct Condition: Sendable, Equatable {
    var test: ExpressionSource
    var value: Value
  }

  var source: Source = .none
  var type: FieldType?
  var aggregate: AggregateOperation?
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
    case .value: false
    }
  }
}

/// An expression as written, with its place.
struct ExpressionSource: Sendable, Equatable {
  var text: String
  var range: SourceRange
}

typealias Encoding = [Channel: [ChannelDefinition]]
