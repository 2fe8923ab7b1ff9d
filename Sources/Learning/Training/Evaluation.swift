import NumericalCore

/// A network on a data set.
public struct Evaluation: Sendable, Hashable {
  /// Mean loss.
  public let loss: Double
  /// Share of examples whose largest output (or the sign of the only one) is the label's; NaN without labels.
  public let accuracy: Double
}

extension Network {
  /// The mean loss and the accuracy in evaluation mode.
  /// - Parameter batchSize: examples computed at once; the result does not depend on it but for rounding.
  public func evaluate(
    on examples: Examples<Scalar>, loss: TrainingLoss<Scalar> = .crossEntropy(), batchSize: Int = 500
  ) -> Evaluation {
    var total = 0.0
    var correct = 0
    for range in BatchSequence.ranges(count: examples.count, size: batchSize) {
      let batch = examples.rows(range)
      let outputs = self(batch.inputs)
      total += Double(loss.values(Variable(outputs), batch).value.sum())
      correct += outputs.correctCount(batch.labels)
    }
    return Evaluation(
      loss: total / Double(examples.count),
      accuracy: examples.labels.isEmpty ? .nan : Double(correct) / Double(examples.count))
  }
}

extension Tensor {
  /// How many rows have their largest element, or, of a single one, their sign, at the label.
  func correctCount(_ labels: [Int]) -> Int {
    if labels.isEmpty { return 0 }
    if count == labels.count { return zip(elements, labels).count { ($0 > 0) == ($1 > 0) } }
    return zip(argmaxOfRows(), labels).count { $0 == $1 }
  }
}
