import NumericalCore

/// A search for images near given ones that a classifier gets wrong.
public protocol Attack<Scalar> {
  associatedtype Scalar: TensorScalar

  /// Perturbed images, each within the attack's ball around its original and within the box.
  ///
  /// - Parameters:
  ///   - images: `[images × …]`, within the box.
  ///   - labels: the right class of each.
  ///   - classifier: the classifier under attack.
  ///   - random: where the attack's random choices come from.
  func perturb(
    _ images: Tensor<Scalar>, labels: [Int], of classifier: Classifier<Scalar>, using random: inout RandomSource
  ) -> Tensor<Scalar>
}

extension Attack {
  /// The share of images that keep their label under this attack.
  public func robustAccuracy(
    _ images: Tensor<Scalar>, labels: [Int], of classifier: Classifier<Scalar>, using random: inout RandomSource
  ) -> Double {
    if labels.isEmpty { return .nan }
    let clean = classifier.isCorrect(images, labels)
    let attacked = classifier.isCorrect(perturb(images, labels: labels, of: classifier, using: &random), labels)
    return Double(zip(clean, attacked).count { $0 && $1 }) / Double(labels.count)
  }
}
