import NumericalCore

/// A classifier as an attack sees it: logits that can be differentiated by the images.
public struct Classifier<Scalar: TensorScalar> {
  /// Logits `[images × classes]` of a batch of images.
  public let logits: (Variable<Scalar>) -> Variable<Scalar>

  /// A classifier whose rows of logits must not depend on other images of the batch.
  public init(logits: @escaping (Variable<Scalar>) -> Variable<Scalar>) { self.logits = logits }

  /// The class of the largest logit of every image.
  public func predictions(_ images: Tensor<Scalar>) -> [Int] { logits(Variable(images)).value.argmaxOfRows() }

  /// Whether every image gets its label.
  public func isCorrect(_ images: Tensor<Scalar>, _ labels: [Int]) -> [Bool] {
    zip(predictions(images), labels).map { $0 == $1 }
  }

  /// An objective and its gradient by the images, in one forward and one backward pass.
  func evaluate(
    _ objective: AttackObjective, at images: Tensor<Scalar>, labels: [Int]
  ) -> (values: [Scalar], isCorrect: [Bool], gradient: Tensor<Scalar>) {
    let input = Variable(tracking: images)
    let scores = logits(input)
    let values = objective.values(scores, labels)
    let correct = zip(scores.value.argmaxOfRows(), labels).map { $0 == $1 }
    return (values.value.elements, correct, values.gradient(withRespectTo: input).value)
  }
}
