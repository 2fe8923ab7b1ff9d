import Experiments
import NumericalCore

extension ShallowTransformer {
  /// An encoder before training: its tangent kernel and what the step size and the rate are made of.
  struct TrainingStart {
    let descent: GradientDescent
    /// K⁰, `[N × N]`.
    let kernel: Matrix
    let smallestEigenvalue: Double
    let largestEigenvalue: Double
    /// α² = λ_min(F·Fᵀ).
    let alphaSquared: Double

    /// - Throws: `UnsolvableProblem` if the kernel is zero or not finite.
    init(_ encoder: Encoder, _ sequences: TokenSequences) throws {
      descent = GradientDescent(encoder, sequences)
      let parts = descent.kernel
      kernel = parts.total
      let width = encoder.weights.width
      guard let values = try? SymmetricEigen.values(of: kernel), let smallest = values.first, let largest = values.last,
        let alphaSquared = try? SymmetricEigen.values(of: parts.output).first, largest > 0
      else {
        throw UnsolvableProblem(
          "the tangent kernel at width \(width) is zero or not finite: no step size follows from it")
      }
      (smallestEigenvalue, largestEigenvalue) = (smallest, largest)
      self.alphaSquared = alphaSquared
    }

    /// factor/λ_max(K⁰).
    func stepSize(_ factor: Double = 0.5) -> Double { factor / largestEigenvalue }
  }
}
