import Tables

/// What a view inherits from those around it.
struct BuildContext: Sendable {
  var frame: DataFrame?
  /// The rows of all facets, from which bins and sort orders are taken.
  var whole: DataFrame?
  var encoding: Encoding = [:]
  var scaleIDs: [Channel: Int]
  /// Scale types that a neighbouring layer sets.
  var positionKinds: [Channel: ScaleSpec.Kind] = [:]
  var facets: [(column: String, title: String, value: Value)] = []
  var width: ViewSpec.Size?
  var height: ViewSpec.Size?
  var legend: LegendPlacement?
  var configuration = ViewSpec.Configuration()
  /// The rows come from a file of text (CSV, TSV), in which a date may look like a number.
  var isDelimited = false
  /// The edges of a network.
  var edges: DataFrame?
  /// Variables that `extent` gave a value.
  var parameters: [String: Value] = [:]
  /// The layer has a table or transforms of its own.
  var hasOwnRows = false
  /// Position channels that some layer binds to dates, by which the constants of other layers are read.
  var temporalChannels: Set<Channel> = []
  var timeUnits: [Channel: TimeUnit] = [:]
  /// The type of discrete channels in any layer.
  var discreteTypes: [Channel: FieldType] = [:]
}
