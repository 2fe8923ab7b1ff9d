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
    /// Logits shorter than this are not stretched to norm 1.
    private static let smallestNorm: Float = 1e-10

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
      var total = 0.0
      for index in 0..<draws.shape[0] {
        let draw = draws.row(index).slice(from: 0, shape: weights.shape)
        var moved = weights
        moved.add(scale.map { $0 * draw } ?? draw, times: kind.radius)
        total += loss(network.with(parameters: moved), kind)
      }
      return total / Double(draws.shape[0]) - loss(network, kind)
    }

    private func worstCase(
      _ network: Network<Float>, _ kind: SharpnessKind, _ ball: WorstCaseAscent<Float>.Ball
    ) -> Double {
      let weights = network.parameters
      let scale = kind.isAdaptive ? weights.map(.absolute) : nil
      let ascent = WorstCaseAscent<Float>(ball: ball, radius: kind.radius)
      let (start, best) = ascent.maximise(from: Tensor(weights.shape)) { u in
        let moved = network.with(parameters: weights + (scale.map { $0 * u } ?? u))
        var pass = moved.evaluationPass()
        let (value, gradient) = moved.valueAndGradient(at: points, pass: &pass) {
          counted($0, kind).crossEntropy(labels)
        }
        return (value, scale.map { $0 * gradient } ?? gradient)
      }
      return Double(best) - Double(start)
    }

    private func loss(_ network: Network<Float>, _ kind: SharpnessKind) -> Double {
      Double(counted(Variable(network(points)), kind).crossEntropy(labels).scalar)
    }

    /// The logits that enter the loss.
    private func counted(_ logits: Variable<Float>, _ kind: SharpnessKind) -> Variable<Float> {
      if !kind.isNormalised { return logits }
      let centred = logits - logits.mean(along: 1, keepingAxis: true)
      let norms = centred.normsOfRows().reshaped(to: [logits.shape[0], 1])
      return centred / norms.clamped(SharpnessMeter.smallestNorm, .greatestFiniteMagnitude)
    }
  }
}
