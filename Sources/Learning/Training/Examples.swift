import Diagnostics
import NumericalCore

/// Inputs with what is to be learnt of them: a data set, or a batch of one.
public struct Examples<Scalar: TensorScalar>: Sendable {
  /// `[count, …]`.
  public var inputs: Tensor<Scalar>
  /// A class (or a sign) for each; empty if there are only targets.
  public var labels: [Int]
  /// Numbers to be learnt, `[count, …]`; nil if there are only labels.
  public var targets: Tensor<Scalar>?

  public init(_ inputs: Tensor<Scalar>, labels: [Int] = [], targets: Tensor<Scalar>? = nil) {
    let count = inputs.rank == 0 ? 0 : inputs.shape[0]
    let hasTargets = targets.map { $0.rank > 0 && $0.shape[0] == count } ?? true
    if inputs.rank == 0 || (labels.count != count && !(labels.isEmpty && targets != nil)) || !hasTargets {
      trap("inputs of \(inputs.shape) with \(labels.count) labels and targets of \(targets.map { "\($0.shape)" } ?? "none")")
    }
    self.inputs = inputs
    self.labels = labels
    self.targets = targets
  }

  public var count: Int { inputs.shape[0] }

  /// The examples at `indices`, in that order.
  public func selecting(_ indices: some Collection<Int>) -> Examples {
    let indices = Array(indices)
    return Examples(
      inputs.gatheringRows(indices), labels: labels.isEmpty ? [] : indices.map { labels[$0] },
      targets: targets?.gatheringRows(indices))
  }

  /// Neighbouring examples, without copying their inputs.
  public func rows(_ range: Range<Int>) -> Examples {
    Examples(inputs.rows(range), labels: labels.isEmpty ? [] : Array(labels[range]), targets: targets?.rows(range))
  }
}

extension Examples where Scalar == Float {
  /// The images of a data set and their classes.
  public init(_ images: ImageDataset) { self.init(images.tensor, labels: images.labels) }
}
