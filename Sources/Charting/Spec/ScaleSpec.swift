import Diagnostics
import Tables

/// What the author says about a scale; nil leaves it to the rules.
struct ScaleSpec: Sendable, Equatable {
  enum Kind: String, Sendable, CaseIterable {
    case linear, log, symlog, sqrt, pow, band, point, ordinal, time, utc, quantize, quantile, threshold, binOrdinal = "bin-ordinal"

    var isContinuous: Bool { self != .band && self != .point && self != .ordinal }
    /// Numbers in, one of a few outputs out.
    var isDiscretizing: Bool { self == .quantize || self == .quantile || self == .threshold || self == .binOrdinal }
    var isTime: Bool { self == .time || self == .utc }
  }

  enum Nice: Sendable, Equatable {
    case on(count: Int?)
    /// A unit of calendar time.
    case interval(TimeUnit.Part, step: Int)
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
  /// `domain: unaggregated`.
  var isUnaggregated = false
  var domainMin: Double?
  var domainMid: Double?
  var domainMax: Double?
  var range: Range?
  var rangeMin: Double?
  var rangeMax: Double?
  var scheme: String?
  var schemeExtent: [Double]?
  var schemeCount: Int?
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
