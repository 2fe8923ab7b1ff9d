import Learning
import NumericalCore

@testable import Papers

typealias Shallow = ShallowTransformer

extension Shallow.Encoder {
  /// W_Q, W_K, W_V and w_O as tracked variables.
  var tracked: [Variable<Double>] {
    let matrices = [weights.query, weights.key, weights.value].map {
      Variable(tracking: Tensor([$0.rows, $0.columns], elements: $0.elements))
    }
    return matrices + [Variable(tracking: Tensor(vector: weights.output))]
  }

  /// f(X_n), written in terms of queries and keys and differentiable in them.
  func value(_ n: Int, of sequences: Shallow.TokenSequences, _ weights: [Variable<Double>]) -> Variable<Double> {
    let length = sequences.length
    let rows = (n * length * sequences.dimension)..<((n + 1) * length * sequences.dimension)
    let tokens = Variable(
      Tensor([length, sequences.dimension], elements: Array(sequences.tokens.elements[rows])))
    func apply(_ matrix: Variable<Double>, _ tokens: Variable<Double>) -> Variable<Double> {
      .multiply(tokens, matrix, transposingRight: true)
    }
    let scores = Variable.multiply(apply(weights[0], tokens), apply(weights[1], tokens), transposingRight: true)
    let mixed = Variable.multiply(scores.scaled(by: scoreFactor).softmax(), tokens)
    let features = apply(weights[2], mixed).relu().mean(along: 0).scaled(by: featureFactor)
    return .dot(features, weights[3])
  }
}
