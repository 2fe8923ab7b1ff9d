import Experiments
import NumericalCore

extension ShallowTransformer {
  /// Full-batch gradient descent on all weights at once, for the loss ½·Σ(f − y)².
  struct GradientDescent {
    private(set) var encoder: Encoder
    private(set) var pass: EncoderPass
    private var gradient: LossGradient

    init(_ encoder: Encoder, _ sequences: TokenSequences) {
      self.encoder = encoder
      pass = EncoderPass(encoder, sequences)
      gradient = LossGradient(encoder, sequences)
    }

    var kernel: TangentKernel { TangentKernel(encoder, pass) }

    mutating func advance(by stepSize: Double) {
      gradient.update(encoder, pass)
      encoder.weights.add(gradient.weights, times: -stepSize)
      pass.run(encoder)
    }

    /// Takes steps until the last one or until the loss is no longer finite.
    mutating func run(steps: Int, stepSize: Double, in context: RunContext, part: ClosedRange<Double>) throws
      -> LossCurve
    {
      var losses = [pass.loss]
      for step in 0..<steps {
        if step % 32 == 0 {
          try context.checkCancellation()
          context.report(part.lowerBound + (part.upperBound - part.lowerBound) * Double(step) / Double(steps))
        }
        advance(by: stepSize)
        losses.append(pass.loss)
        if !pass.loss.isFinite { break }
      }
      return LossCurve(losses: losses, steps: steps)
    }
  }
}
