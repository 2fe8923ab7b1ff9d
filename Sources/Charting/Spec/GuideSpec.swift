import Tables

/// A title that may be left to the rules, set, or switched off.
enum TitleSetting: Sendable, Equatable {
  case automatic
  case hidden
  case text(String)

  var text: String? { if case .text(let text) = self { text } else { nil } }
}

/// What the author says about an axis.
struct AxisSpec: Sendable, Equatable {
  enum Side: String, Sendable { case left, right, top, bottom }

  var isHidden = false
  var title: TitleSetting = .automatic
  var format: String?
  var labelExpression: ExpressionSource?
  var grid: Bool?
  var ticks: Bool?
  var labels: Bool?
  var domain: Bool?
  var values: [Value]?
  var tickCount: Int?
  var tickMinStep: Double?
  var labelAngle: Double?
  /// Where the axis stands: `top` and `right` in place of the bottom and the left.
  var orient: Side?
  /// A second axis opposite, whose values are worked out from those of this one.
  var also: Derived?

  /// An axis of another unit: `expr` in the name of this axis, `x` or `y`.
  struct Derived: Sendable, Equatable {
    var expression: ExpressionSource
    var title: String
    var format: String?
  }
}

/// What the author says about a legend.
struct LegendSpec: Sendable, Equatable {
  var isHidden = false
  var title: TitleSetting = .automatic
  var format: String?
  var labelExpression: ExpressionSource?
  var orient: LegendPlacement?
  var values: [Value]?
  var tickCount: Int?
  var columns: Int?
}

/// Where the names of the series stand.
enum LegendPlacement: String, Sendable, CaseIterable {
  case direct, right, top, none
}

/// What the author says about the headers of facets.
struct HeaderSpec: Sendable, Equatable {
  var title: TitleSetting = .automatic
  var format: String?
  var labelExpression: ExpressionSource?
  var labels = true
}
