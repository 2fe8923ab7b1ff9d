import Experiments

extension ShallowTransformer {
  /// What the parameters that most experiments share mean, and which sizes go together.
  enum EncoderSetup {
    static let n = "Sequences $N$."
    static let length = "Tokens $d_s$ of a sequence."
    static let dimension = "Dimension $d$ of a token."
    static let widths = "Widths $d_m$."
    static let steps = "Steps $T$ of gradient descent."
    static let initialisation = "Variances of the initial weights: lecun, he or ntk."
    static let initialisations = "Variances of the initial weights: any of lecun, he and ntk."
    static let scaling = #"Factors $\tau_0$ of the scores: sqrt for $d_m^{-1/2}$, inv for $d_m^{-1}$."#
    static let stepFactor = #"Step size times $\lambda_{\max}(K^0)$."#

    static let widthRange = ParameterRange.between(1, 1_048_576).counting(1...100)
    static let choices = ParameterRange.any.counting(1...10)

    /// Sizes that are fine one by one but not together.
    static func problems(tokens: Int, widths: [Int], _ name: String = "widths") -> [ParameterProblem] {
      guard let width = widths.max(), tokens * width > 1 << 28 else { return [] }
      return [.inconsistent(name, "\(width) units for \(tokens) tokens need more than 2 GB for the hidden layer alone")]
    }

    /// Twins come in pairs.
    static func problems(pairing n: Int) -> [ParameterProblem] {
      n % 2 == 0 ? [] : [.inconsistent("n", "\(n) is odd: the sequences come in pairs")]
    }

    /// The part of the progress that is job `index` of `count`.
    static func part(_ index: Int, of count: Int) -> ClosedRange<Double> {
      Double(index) / Double(count)...Double(index + 1) / Double(count)
    }
  }
}
