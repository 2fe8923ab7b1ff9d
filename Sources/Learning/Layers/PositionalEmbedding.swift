import Diagnostics
import NumericalCore

/// Adds a vector of its own to every place of a sequence `[length × width]`.
public struct PositionalEmbedding: Layer {
  public enum Form: Sendable, Hashable {
    /// Trained, `[length × width]`.
    case learned(Initialisation)
    /// sin(p/10000^(2i/width)) at 2i and the cosine at 2i + 1, for place p.
    /// - Source: Vaswani et al., "Attention is all you need" (2017), section 3.5.
    case sinusoidal
  }

  public var form: Form

  public init(_ form: Form = .learned(.normal(standardDeviation: 0.02))) { self.form = form }

  public var kind: String { "positions" }

  public func plan(for input: Shape) -> LayerPlan {
    if input.rank != 2 { trap("positions of inputs of \(input): they must be sequences of vectors") }
    guard case .learned(let initialisation) = form else { return LayerPlan(output: input) }
    return LayerPlan(
      output: input, parameters: [.init("table", input, initialisation, fans: Fans(in: input[0], out: input[1]))])
  }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    switch form {
    case .learned: x + pass.nextParameter()
    case .sinusoidal: x + Variable(PositionalEmbedding.waves(x.shape.removing(0)))
    }
  }

  static func waves<Scalar>(_ shape: Shape) -> Tensor<Scalar> {
    let (length, width) = (shape[0], shape[1])
    let slowest = Elementary.log(10_000)
    let angles = Tensor<Double>(shape) { target in
      for place in 0..<length {
        for i in 0..<width {
          target[place * width + i] = Double(place) * Elementary.exp(-slowest * Double(i / 2 * 2) / Double(width))
        }
      }
    }
    let (sines, cosines) = (angles.map(.sine).elements, angles.map(.cosine).elements)
    return Tensor(shape, elements: sines.indices.map { Scalar($0 % width % 2 == 0 ? sines[$0] : cosines[$0]) })
  }
}
