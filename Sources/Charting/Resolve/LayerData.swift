import Tables

/// One primitive layer of a panel: a mark, and the rows it draws.
struct LayerData: Sendable {
  /// What marks come down to.
  enum Primitive: String, Sendable { case line, area, point, rect, rule, text, contour, image }

  var primitive: Primitive
  var mark: MarkSpec
  var index: Int
  var frame: DataFrame
  var encoding: ResolvedEncoding
  var orientation: MarkSpec.Orientation
  /// The scale of each channel, by its number in the chart.
  var scaleIDs: [Channel: Int] = [:]
  /// A part of a composite mark or a reference: it does not choose the look of the legend's symbol alone.
  var isAuxiliary = false
  /// A reference line with rows of its own, one of which it goes through.
  var ownsRows = false
  /// How many rows a mark of constants stands for: Vega-Lite draws it once a row, all on one place.
  var multiplicity = 1
  var configuration = ViewSpec.Configuration()
  /// The mark that the author wrote, of which this is a part.
  var writtenType: MarkType?
  /// Of a grid of pictures: the pixels, which the column `Picture.column` numbers.
  var pictures: [Picture] = []
  /// The rows before aggregation.
  var source: DataFrame?

  func channel(_ channel: Channel) -> ResolvedChannel? { encoding[channel]?.first }

  func numbers(_ channel: Channel) -> [Double]? {
    guard let resolved = self.channel(channel) else { return nil }
    if let column = resolved.column { return frame.column(column).numbers }
    if let number = resolved.datum?.number { return [Double](repeating: number, count: frame.rowCount) }
    return nil
  }

  /// The fields that split the rows into series, each with the channel that shows it: discrete ones, and for paths those of numbers too.
  var seriesFields: [(channel: Channel, column: String)] {
    var seen: Set<String> = []
    var fields: [(channel: Channel, column: String)] = []
    for channel in Channel.groupingChannels {
      for resolved in encoding[channel] ?? [] {
        guard let column = resolved.column, channel == .detail || resolved.type.isDiscrete || splitsPaths(channel), resolved.aggregate == nil else { continue }
        if seen.insert(column).inserted { fields.append((channel, column)) }
      }
    }
    return fields
  }

  private func splitsPaths(_ channel: Channel) -> Bool {
    (primitive == .line || primitive == .area) && !(channel == .size && mark.type == .trail)
  }

  /// Rows of each series, in the order of first appearance.
  var series: [[Int]] { Grouping(frame, by: seriesFields.map(\.column)).groups }
}

extension LayerData {
  /// The rows that orders by another field are taken from.
  var sortFrame: DataFrame { source ?? frame }

  /// The fields that are put on each other.
  var stackedFields: Set<String> {
    Set([Channel.x, .y].compactMap { encoding[$0]?.first }.filter(\.isStacked).compactMap(\.definition.field))
  }
}
