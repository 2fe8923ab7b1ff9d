import Graphics
import Tables

/// A scale ready for use: what a channel's values become.
struct ResolvedScale: Sendable {
  enum Mapping: Sendable {
    case continuous(ContinuousScale)
    case discrete(DiscreteScale)
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

  var continuous: ContinuousScale? { if case .continuous(let scale) = mapping { scale } else { nil } }
  var discrete: DiscreteScale? { if case .discrete(let scale) = mapping { scale } else { nil } }

  var kind: ScaleSpec.Kind {
    switch mapping {
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
}
