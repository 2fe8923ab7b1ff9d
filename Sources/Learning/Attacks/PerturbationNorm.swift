/// The norm that bounds a perturbation.
public enum PerturbationNorm: String, Sendable, CaseIterable {
  /// The largest absolute change of a pixel.
  case linf
  /// The Euclidean norm.
  case l2
  /// The sum of the absolute changes.
  case l1
}
