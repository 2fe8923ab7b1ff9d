import Diagnostics

/// The shapes of the attention of sequences to themselves.
///
/// The queries, keys and values of a place lie side by side, each as wide as all heads together.
public struct AttentionGeometry: Hashable, Sendable {
  public var examples: Int
  /// Places of a sequence.
  public var length: Int
  public var heads: Int
  /// Columns of a head.
  public var size: Int
  /// Whether a place attends to itself and earlier ones only.
  public var isCausal: Bool

  /// - Parameters:
  ///   - projections: shape example × place × (3 · width).
  ///   - heads: a divisor of the width.
  public init(projections: Shape, heads: Int, causal: Bool) {
    if projections.rank != 3 || heads < 1 || projections[2] % (3 * heads) != 0 {
      trap("attention with \(heads) heads to projections of \(projections)")
    }
    examples = projections[0]
    length = projections[1]
    self.heads = heads
    size = projections[2] / (3 * heads)
    isCausal = causal
  }

  public var width: Int { heads * size }
  /// Example × place × (3 · width).
  public var projectionShape: Shape { [examples, length, 3 * width] }
  /// (example · head) × place × place.
  public var weightShape: Shape { [examples * heads, length, length] }
  /// Example × place × width.
  public var outputShape: Shape { [examples, length, width] }
  /// What the scores are multiplied by: 1/√size.
  public var scale: Double { 1 / Double(size).squareRoot() }
}
