import Experiments
import Learning
import NumericalCore

extension FastAdversarialTraining {
  /// f(x)_c = Σ u_{c,j,m}·max(⟨w_m, P_j x⟩ + b_m, 0) + v_c over all 3 × 3 patches P_j of an 8 × 8 image.
  ///
  /// Filters are N(0, 2/9), outgoing weights N(0, 1/(64·filters)), biases 0.
  static func oneLayerNetwork(filters: Int, random: RandomSource) -> Network<Float> {
    Network<Float>(input: [8, 8, 1], random: random) {
      Convolution2D(filters, kernel: 3, padding: .same, activation: .relu)
      Flatten()
      Dense(10, initialisation: .leCunNormal)
    }
  }

  /// Up to the largest step size over the first 40 % of the steps, then down to 0, both linearly.
  static func triangularStepSize(_ step: Int, of steps: Int, largest: Double) -> Double {
    let time = Double(step) / Double(steps)
    return largest * (time < 0.4 ? time / 0.4 : (1 - time) / 0.6)
  }
}
