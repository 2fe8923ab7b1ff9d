import Tables

/// A channel bound to its table: the column it reads, its type and its title.
struct ResolvedChannel: Sendable {
  struct Condition: Sendable {
    var column: String
    var value: Value
    /// The column of outputs, where they differ from row to row.
    var valueColumn: String?
  }

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
  /// The column of constants in visual space, row by row.
  var visualColumn: String?
  var title: String
  var aggregate: AggregateOperation?
  /// Columns of truth values, each with the visual value where it holds.
  var conditions: [Condition] = []
  /// Its domain has to include zero (stacks, bars).
  var isStacked = false

  var isQuantitative: Bool { type == .quantitative }
  var isTemporal: Bool { type == .temporal }
  var isDiscreteField: Bool { column != nil && type.isDiscrete }
  var isBinned: Bool { binning != nil || definition.bin?.isBinned == true }
  /// A measure: quantitative and not binned.
  var isMeasure: Bool { (column != nil || datum != nil) && type == .quantitative && !isBinned }
  /// A measure or an instant.
  var isContinuous: Bool { isMeasure || (column != nil || datum != nil) && type == .temporal }
}

typealias ResolvedEncoding = [Channel: [ResolvedChannel]]
