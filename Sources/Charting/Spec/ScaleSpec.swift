import Diagnostics
import Tables

/// What the author says about a scale; nil leaves it to the rules.
struct ScaleSpec: Sendable, Equatable {
  enum Kind: String, Sendable, CaseIterable {
    case linear, log, symlog, sqrt, pow, band, point, ordinal

    var isContinuous: Bool { self != .band && self != .point && self != .ordinal }
  }

  enum Nice: Sendable, Equatable {
    case on(count: Int?)
    case off
  }

  enum Range: Sendable, Equatable {
    case values([Value])
    case named(String)
  }

  var kind: Kind?
  var domain: [Value]?
  /// `domain: unaggregated` or `{unionWith: […]}`.
  var unionWith: [Value]?
  var domainMin: Double?
  var domainMid: Double?
  var domainMax: Double?
  var range: Range?
  var rangeMin: Double?
  var rangeMax: Double?
  var scheme: String?
  var schemeExtent: [Double]?
  var zero: Bool?
  var nice: Nice?
  var reverse = false
  var clamp = false
  var padding: Double?
  var paddingInner: Double?
  var paddingOuter: Double?
  var align: Double?
  var base: Double?
  var exponent: Double?
  var constant: Double?
  var sourceRange: SourceRange?
}

extension ScaleSpec {
  var hasRangeValues: Bool { if case .values? = range { true } else { false } }
}
