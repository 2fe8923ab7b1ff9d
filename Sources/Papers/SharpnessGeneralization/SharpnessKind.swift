extension SharpnessGeneralization {
  /// Which sharpness: how the weights are moved, relative to what, and what of the logits counts.
  struct SharpnessKind: Sendable, Hashable {
    enum Measure: String, Sendable, CaseIterable {
      /// Normal perturbations, on average.
      case avg
      /// The worst perturbation of a box.
      case linf
      /// The worst perturbation of a Euclidean ball.
      case l2
    }

    var measure: Measure
    /// Whether each weight is moved in proportion to its size.
    var isAdaptive: Bool
    /// Whether logits are centred and brought to norm 1 before the loss.
    var isNormalised: Bool

    init(_ measure: Measure, adaptive: Bool = false, normalised: Bool = false) {
      self.measure = measure
      isAdaptive = adaptive
      isNormalised = normalised
    }

    /// The radius ρ of the perturbations.
    var radius: Float {
      switch measure {
      case .avg: isAdaptive ? 0.1 : 0.05
      case .linf: isAdaptive ? 0.01 : 0.003
      case .l2: isAdaptive ? 0.3 : 0.1
      }
    }

    /// All kinds, those of normalised logits last.
    static let all = plain + plain.map { SharpnessKind($0.measure, adaptive: $0.isAdaptive, normalised: true) }

    /// The kinds that look at the logits as they are.
    static let plain = Measure.allCases.flatMap { [SharpnessKind($0), SharpnessKind($0, adaptive: true)] }
  }
}
