import Diagnostics
import Learning
import NumericalCore

extension SharpnessGeneralization {
  /// Measures how much the training loss rises when the weights w of a network are moved to w + c ⊙ u, c = 1 or |w|:
  ///
  ///     S_avg = E L(w + ρ·c ⊙ g) − L(w), g normal,   S_max,p = max over ‖u‖_p ≤ ρ of L(w + c ⊙ u) − L(w).
  ///
  /// All networks of one size see the same normal draws.
  /// - Source: Andriushchenko et al., equations 1 to 3.
  struct SharpnessMeter {
    private let points: Tensor<Float>
    private let labels: [Int]
    /// `[draws × parameters]`, of which smaller networks use the first columns.
    private let draws: Tensor<Float>

    /// - Parameters:
    ///   - data: the points of the loss.
    ///   - parameterCount: of the largest network.
    ///   - random: of the normal draws.
    init(_ data: ImageDataset, draws count: Int = 20, parameterCount: Int, random: RandomSource) {
      points = data.tensor
      labels = data.labels
      var random = random
      draws = .normal([count, parameterCount], using: &random)
    }

    func sharpness(of network: Network<Float>, _ kind: SharpnessKind) -> Double {
      switch kind.measure {
      case .avg: averageCase(network, kind)
      case .linf: worstCase(network, kind, .linf)
      case .l2: worstCase(network, kind, .l2)
      }
    }

    private func averageCase(_ network: Network<Float>, _ kind: SharpnessKind) -> Double {
      let weights = network.parameters
      if weights.count > draws.shape[1] { trap("draws of \(draws.shape) for \(weights.count) parameters") }
      let scale = kind.isAdaptive ? weights.map(.absolute) : nil
      let loss = loss(network, kind)
      var total = 0.0
      for index in 0..<draws.shape[0] {
        let draw = draws.row(index).slice(from: 0, shape: weights.shape)
        var moved = weights
        moved.add(scale.map { $0 * draw } ?? draw, times: kind.radius)
        total += loss.value(moved)
      }
      return total / Double(draws.shape[0]) - loss.value(weights)
    }

    private func worstCase(
      _ network: Network<Float>, _ kind: SharpnessKind, _ ball: WorstCaseAscent<Float>.Ball
    ) -> Double {
      let weights = network.parameters
      let scale = kind.isAdaptive ? weights.map(.absolute) : nil
      let loss = loss(network, kind)
      let ascent = WorstCaseAscent<Float>(ball: ball, radius: kind.radius)
      let (start, best) = ascent.maximise(from: Tensor(weights.shape)) { u in
        let (value, gradient) = loss.valueAndGradient(weights + (scale.map { $0 * u } ?? u))
        return (value, scale.map { $0 * gradient } ?? gradient)
      }
      return best - start
    }

    private func loss(_ network: Network<Float>, _ kind: SharpnessKind) -> PerceptronLoss {
      PerceptronLoss(network, points: points, labels: labels, isNormalised: kind.isNormalised)
    }
  }
}
