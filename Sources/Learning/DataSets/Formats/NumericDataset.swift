import NumericalCore

/// Rows of numbers, one of the columns being what the others are to tell.
public struct NumericDataset: Sendable, Equatable {
  /// What messages call it.
  public let name: String
  public let featureNames: [String]
  public let targetName: String
  /// `[count × features]`, finite.
  public let features: Matrix
  /// `[count]`, finite.
  public let targets: [Double]

  public var count: Int { targets.count }
}
