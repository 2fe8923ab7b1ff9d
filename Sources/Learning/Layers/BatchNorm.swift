import Diagnostics
import NumericalCore

/// gain·(x − μ)/√(σ² + ε) + offset for every channel (the last axis).
///
/// In training, μ and σ² are the moments of the batch over all other axes, and the running moments move towards them by
/// `momentum` (the variance with divisor n − 1, as PyTorch has it); in evaluation they are the running ones. In training the
/// examples influence each other, so there are no gradients of single ones.
/// - Source: Ioffe & Szegedy, "Batch normalization" (2015), algorithms 1 and 2.
public struct BatchNorm: Layer {
  public var epsilon: Double
  public var momentum: Double

  public init(epsilon: Double = 1e-5, momentum: Double = 0.1) {
    self.epsilon = epsilon
    self.momentum = momentum
  }

  public var kind: String { "batchNorm" }

  public func plan(for input: Shape) -> LayerPlan {
    if input.rank == 0 { trap("batch normalisation of scalars") }
    let shape: Shape = [input[-1]]
    return LayerPlan(
      output: input, parameters: [.init("gains", shape, .ones), .init("offsets", shape, .zeros)],
      state: [.init("mean", shape, initialValue: 0), .init("variance", shape, initialValue: 1)])
  }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    let (gains, offsets) = (pass.nextParameter(), pass.nextParameter())
    let channels: Shape = [x.shape[-1]]
    let (meanPart, variancePart) = (pass.nextState(channels), pass.nextState(channels))
    let rows = x.reshaped(to: [x.count / x.shape[-1], x.shape[-1]])
    let standardized: Variable<Scalar>
    switch pass.mode {
    case .evaluation:
      let scale = pass.stateTensor(variancePart, shape: channels).affine(1, Scalar(epsilon)).map(.squareRoot).map(.reciprocal)
      standardized = rows.standardized(mean: pass.stateTensor(meanPart, shape: channels), scale: scale)
    case .training:
      let (output, mean, variance) = rows.standardized(ofRows: false, epsilon: Scalar(epsilon))
      let count = rows.shape[0]
      pass.blendState(meanPart, with: mean, weight: Scalar(momentum))
      let unbiased = variance.affine(Scalar(Double(count) / Double(max(count - 1, 1))))
      pass.blendState(variancePart, with: unbiased, weight: Scalar(momentum))
      standardized = output
    }
    return standardized.reshaped(to: x.shape) * gains + offsets
  }
}
