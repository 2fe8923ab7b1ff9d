import Graphics
import Tables

/// A scale ready for use: what a channel's values become.
struct ResolvedScale: Sendable {
  enum Mapping: Sendable {
    case continuous(ContinuousScale)
    case discrete(DiscreteScale)
    case stepped(SteppedScale)
  }

  var channel: Channel
  var mapping: Mapping
  var title: String
  /// The author's format of ticks and legend entries.
  var format: String?
  var definition: ChannelDefinition
  /// Of a discrete scale: one a level. Of a continuous one: none.
  var colors: [Color] = []
  var ramp: ColorScheme?
  var shapes: [PointShape] = []
  var dashes: [[Double]] = []
  /// Outputs of size, opacity and stroke width: the ends of the range, or one a level.
  var outputs: [Double] = []
  var isInteger = false
  /// The ends of a continuous domain as they are, and a middle if one is stated.
  var statedDomain: [Double] = []
  /// d3's format of instants; empty for the rules' own, nil if the values are no instants.
  var timePattern: String?
  var labelExpression: ExpressionSource?

  var continuous: ContinuousScale? { if case .continuous(let scale) = mapping { scale } else { nil } }
  var discrete: DiscreteScale? { if case .discrete(let scale) = mapping { scale } else { nil } }

  var stepped: SteppedScale? { if case .stepped(let scale) = mapping { scale } else { nil } }

  var kind: ScaleSpec.Kind {
    switch mapping {
    case .stepped(let scale): scale.kind
    case .continuous(let scale): scale.kind
    case .discrete(let scale): scale.kind
    }
  }

  /// Of size, opacity and stroke width.
  func output(position: Double) -> Double {
    guard let first = outputs.first, let last = outputs.last else { return 1 }
    return first + (last - first) * position
  }

  func output(level: Int) -> Double { outputs.isEmpty ? 1 : outputs[level % outputs.count] }

  /// A value in words, by the author's expression or format, or the rules.
  func label(_ value: Value) -> String {
    let plain: String
    if let timePattern, let instant = value.number {
      let pattern = format ?? (timePattern.isEmpty ? nil : timePattern)
      plain = pattern.flatMap(TimeFormat.init)?.string(instant) ?? TimeTicks.label(instant)
    } else if let number = value.number, let parsed = format.flatMap(NumberFormat.init) {
      plain = parsed.fitted(to: [number]).string(number)
    } else {
      plain = ValueLabel.text(value, format: format)
    }
    return labelExpression.flatMap { Self.label($0, value, plain) } ?? plain
  }

  /// `labelExpr` reads `datum.value` and `datum.label`.
  static func label(_ source: ExpressionSource, _ value: Value, _ label: String) -> String? {
    let frame = DataFrame([FrameColumn("value", values: [value]), FrameColumn("label", texts: [label])], rowCount: 1)
    var runner = TransformRunner()
    return runner.vector(source, frame)?.text(0)
  }
}
