import Diagnostics
import NumericalCore

/// What an attack maximises, one value an image; larger is closer to a misclassification.
public enum AttackObjective: Sendable {
  /// The cross-entropy with the label.
  case crossEntropy
  /// maxⱼ≠y zⱼ − z_y: positive for a misclassified image.
  case margin
  /// The margin over z₁ − z₃ of the sorted logits: does not change when logits are scaled or shifted.
  case logitRatio
  /// z_t − z_y over z₁ − (z₃ + z₄)/2, for the given target t of each image.
  case targetedLogitRatio(targets: [Int])
  /// z_t − z_y, for the given target of each image.
  case targetedMargin(targets: [Int])

  /// The objective of every row of logits.
  ///
  /// - Source: Croce & Hein, "Reliable evaluation of adversarial robustness with an ensemble of diverse parameter-free
  ///   attacks" (2020), equations 6 and 7, for the ratios.
  func values<Scalar>(_ logits: Variable<Scalar>, _ labels: [Int]) -> Variable<Scalar> {
    let own = { logits.picking(labels) }
    switch self {
    case .crossEntropy: return logits.crossEntropies(labels)
    case .margin: return logits.picking(AttackObjective.strongestOthers(logits.value, labels)) - own()
    case .targetedMargin(let targets): return logits.picking(targets) - own()
    case .logitRatio:
      let order = AttackObjective.ranks(logits.value)
      let others = zip(order, labels).map { ranked, label in ranked[0] == label ? ranked[1] : ranked[0] }
      let spread = logits.picking(order.map { $0[0] }) - logits.picking(order.map { $0[min(2, $0.count - 1)] })
      return (logits.picking(others) - own()) / spread.adding(Scalar(1e-12))
    case .targetedLogitRatio(let targets):
      let order = AttackObjective.ranks(logits.value)
      let third = logits.picking(order.map { $0[min(2, $0.count - 1)] })
      let fourth = logits.picking(order.map { $0[min(3, $0.count - 1)] })
      let spread = logits.picking(order.map { $0[0] }) - (third + fourth).scaled(by: 0.5)
      return (logits.picking(targets) - own()) / spread.adding(Scalar(1e-12))
    }
  }

  /// The same objective for some of the images.
  func selecting(_ indices: [Int]) -> AttackObjective {
    switch self {
    case .targetedLogitRatio(let targets): return .targetedLogitRatio(targets: indices.map { targets[$0] })
    case .targetedMargin(let targets): return .targetedMargin(targets: indices.map { targets[$0] })
    default: return self
    }
  }

  /// The classes of every row by falling logit; equal ones by index.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  static func ranks<Scalar>(_ logits: Tensor<Scalar>) -> [[Int]] {
    let classes = logits.shape[1]
    if classes < 2 { trap("an attack on a classifier with logits of \(logits.shape)") }
    return logits.withElements { z in
      (0..<logits.shape[0]).map { row in
        (0..<classes).sorted { i, j in
          let (a, b) = (z[row * classes + i], z[row * classes + j])
          return a != b ? a > b : i < j
        }
      }
    }
  }

  /// The class of the largest logit other than the label's.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  static func strongestOthers<Scalar>(_ logits: Tensor<Scalar>, _ labels: [Int]) -> [Int] {
    let classes = logits.shape[1]
    return logits.withElements { z in
      labels.enumerated().map { row, label in
        var best = label == 0 ? 1 : 0
        for other in 0..<classes where other != label && z[row * classes + other] > z[row * classes + best] { best = other }
        return best
      }
    }
  }
}
