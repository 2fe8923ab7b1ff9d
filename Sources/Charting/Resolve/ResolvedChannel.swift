import Tables

/// A channel bound to its table: the column it reads, its type and its title.
struct ResolvedChannel: Sendable {
  var definition: ChannelDefinition
  var type: FieldType
  /// The column of the frame that it reads; nil for constants.
  var column: String?
  /// The column of the other edges of bins.
  var binEnd: String?
  /// The edges of the bins, for domains and ticks.
  var binning: Binning?
  /// A constant in data space.
  var datum: Value?
  /// A constant in visual space.
  var visual: Value?
  var title: String
  var aggregate: AggregateOperation?
  /// Columns of truth values, each with the visual value where it holds.
  var conditions: [(column: String, value: Value)] = []
  /// Its domain has to include zero (stacks, bars).
  var isStacked = false

  var isQuantitative: Bool { type == .quantitative }
  var isDiscreteField: Bool { column != nil && type != .quantitative }
  var isBinned: Bool { binning != nil || definition.bin?.isBinned == true }
  /// A measure: quantitative and not binned.
  var isMeasure: Bool { (column != nil || datum != nil) && type == .quantitative && !isBinned }
}

typealias ResolvedEncoding = [Channel: [ResolvedChannel]]
