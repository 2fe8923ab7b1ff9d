/// A visual channel that an encoding maps data to.
enum Channel: String, Sendable, Hashable, CaseIterable {
  case x, y, x2, y2, xError, xError2, yError, yError2
  case color, fill, stroke, opacity, fillOpacity, strokeOpacity, size, shape, strokeDash, strokeWidth, angle
  case text, detail, order, row, column, facet, xOffset, yOffset
  case tooltip, href, key, description

  /// The channel whose scale this one uses.
  var scaleChannel: Channel {
    switch self {
    case .x2, .xError, .xError2: .x
    case .y2, .yError, .yError2: .y
    default: self
    }
  }

  var isPosition: Bool { scaleChannel == .x || scaleChannel == .y }
  var isColor: Bool { self == .color || self == .fill || self == .stroke }
  var isFacet: Bool { self == .row || self == .column || self == .facet }
  /// Read, but without effect on the page.
  var isInert: Bool { self == .tooltip || self == .href || self == .key || self == .description }

  var hasScale: Bool {
    switch self {
    case .text, .detail, .order, .row, .column, .facet, .tooltip, .href, .key, .description: false
    default: true
    }
  }

  /// Channels that get a legend, in the order in which legends are stacked.
  static let legendChannels: [Channel] = [
    .color, .fill, .stroke, .shape, .strokeDash, .size, .strokeWidth, .opacity, .fillOpacity, .strokeOpacity,
  ]

  /// Channels whose discrete field splits lines and areas into series, and marks into stacks.
  static let groupingChannels: [Channel] = [
    .color, .fill, .stroke, .shape, .strokeDash, .size, .strokeWidth, .opacity, .fillOpacity, .strokeOpacity, .detail,
  ]
}
