import Diagnostics
import NumericalCore

/// The examples of one training step after the other.
///
///     var batches = BatchSequence(count: 1297, size: 128, random: context.random("batches"))
///     for _ in 0..<(30 * batches.batchesPerEpoch) {
///       train.copyPixels(of: batches.next(), into: &pixels)
///     }
///
/// The order of epoch e depends on the random source and on e alone. No step allocates memory.
public struct BatchSequence: Sendable {
  /// How examples are chosen.
  public enum Sampling: Sendable, Hashable {
    /// Every example once an epoch, in a new random order each epoch. The examples left over at the end of an epoch
    /// are a smaller batch, or are left out.
    case epochs(droppingLast: Bool)
    /// Every example of a batch drawn from all, independently.
    case withReplacement
  }

  /// Number of examples.
  public let count: Int
  /// Examples a batch.
  public let size: Int
  public let sampling: Sampling
  /// Epochs begun, less one: the epoch of the last batch.
  public private(set) var epoch = -1
  private let source: RandomSource
  private var random: RandomSource
  private var order: [Int]
  private var position: Int

  /// - Parameters:
  ///   - count: ≥ 1.
  ///   - size: ≥ 1, and at most `count` where batches smaller than that are left out.
  public init(count: Int, size: Int, sampling: Sampling = .epochs(droppingLast: true), random: RandomSource) {
    if count < 1 || size < 1 || (sampling == .epochs(droppingLast: true) && size > count) {
      trap("BatchSequence: batches of \(size) out of \(count) examples")
    }
    self.count = count
    self.size = size
    self.sampling = sampling
    source = random
    self.random = random
    order = sampling == .withReplacement ? [Int](repeating: 0, count: size) : Array(0..<count)
    position = Int.max
  }

  /// Batches in an epoch; sampling with replacement has ⌈count / size⌉ in what it calls one.
  public var batchesPerEpoch: Int {
    sampling == .epochs(droppingLast: true) ? count / size : (count + size - 1) / size
  }

  /// The indices of the next batch. There is always one.
  public mutating func next() -> ArraySlice<Int> {
    switch sampling {
    case .withReplacement:
      beginEpoch(whenOver: batchesPerEpoch)
      position += 1
      for place in order.indices { order[place] = random.integer(below: count) }
      return order[...]
    case .epochs(let droppingLast):
      beginEpoch(whenOver: droppingLast ? count - size + 1 : count)
      let batch = position..<min(position + size, count)
      position = batch.upperBound
      return order[batch]
    }
  }

  private mutating func beginEpoch(whenOver end: Int) {
    guard position >= end else { return }
    epoch += 1
    position = 0
    random = source.substream(epoch)
    guard sampling != .withReplacement else { return }
    for place in order.indices { order[place] = place }
    random.shuffle(&order)
  }

  /// All examples in order, cut into ranges of `size` and one shorter: for evaluation.
  public static func ranges(count: Int, size: Int) -> [Range<Int>] {
    if count < 0 || size < 1 { trap("BatchSequence: ranges of \(size) out of \(count) examples") }
    return stride(from: 0, to: count, by: size).map { $0..<min($0 + size, count) }
  }
}
