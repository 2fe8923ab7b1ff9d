import Diagnostics
import NumericalCore

/// A vector for every token: inputs are sequences `[length]` of indices 0 ..< `vocabulary`, held as numbers; outputs
/// `[length × width]`. There is no gradient by the inputs.
public struct Embedding: Layer {
  public var vocabulary: Int
  public var width: Int
  public var initialisation: Initialisation

  public init(vocabulary: Int, width: Int, initialisation: Initialisation = .normal(standardDeviation: 1)) {
    if vocabulary < 1 || width < 1 { trap("an embedding of \(vocabulary) tokens in \(width) numbers") }
    self.vocabulary = vocabulary
    self.width = width
    self.initialisation = initialisation
  }

  public var kind: String { "embedding" }

  public func plan(for input: Shape) -> LayerPlan {
    if input.rank != 1 { trap("an embedding of inputs of \(input): they must be sequences of tokens") }
    let table = LayerPlan.Parameter("table", [vocabulary, width], initialisation, fans: Fans(in: vocabulary, out: width))
    return LayerPlan(output: [input[0], width], parameters: [table])
  }

  public func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
    let tokens = x.value.elements.map { element in
      guard let token = Int(exactly: element) else { trap("a token of \(element)") }
      return token
    }
    return pass.nextParameter().gatheringRows(tokens).reshaped(to: x.shape.inserting(width, at: x.rank))
  }
}
