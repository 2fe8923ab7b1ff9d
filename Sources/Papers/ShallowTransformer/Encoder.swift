import NumericalCore

extension ShallowTransformer {
  /// The one-layer encoder f(X) = ⟨w_O, φ(X)⟩ with φ(X) = (τ₁/d_s)·Σᵢ relu(W_V·zᵢ), zᵢ = Xᵀ·softmax(τ₀·X·W_Kᵀ·W_Q·xᵢ).
  struct Encoder {
    var weights: EncoderWeights
    /// τ₀.
    let scoreFactor: Double
    /// τ₁.
    let featureFactor: Double

    init(weights: EncoderWeights, scoreFactor: Double, featureFactor: Double) {
      self.weights = weights
      self.scoreFactor = scoreFactor
      self.featureFactor = featureFactor
    }

    /// - Parameter draws: standard normal weights, scaled here.
    init(_ draws: EncoderWeights, _ initialisation: GaussianInit, _ scaling: ScoreScaling) {
      let (width, dimension) = (draws.width, draws.dimension)
      let deviation = initialisation.inputVariance(dimension: dimension).squareRoot()
      var output = draws.output
      Vector.scale(&output, by: initialisation.outputVariance(width: width).squareRoot())
      self.init(
        weights: EncoderWeights(
          query: deviation * draws.query, key: deviation * draws.key, value: deviation * draws.value, output: output),
        scoreFactor: scaling.factor(width: width), featureFactor: initialisation.featureFactor(width: width))
    }
  }
}
