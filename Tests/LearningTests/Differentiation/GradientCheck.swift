import NumericalCore
import Testing

@testable import Learning

/// Compares derivatives with finite differences.
enum GradientCheck {
  typealias Function = ([Variable<Double>]) -> Variable<Double>

  /// The gradient of ⟨f, w⟩ by every input, for a fixed random w, against central differences.
  static func expectFirst(
    _ inputs: [Tensor<Double>], tolerance: Double = 1e-6, sourceLocation: SourceLocation = #_sourceLocation,
    _ function: Function
  ) {
    var random = RandomSource(seed: 11, stream: "weights")
    let weights = Tensor<Double>.normal(function(inputs.map { Variable($0) }).shape, using: &random)
    compare(inputs, tolerance, sourceLocation, recording: false) { variables in
      (function(variables) * Variable(weights)).sum()
    }
  }

  /// The same for the function ⟨∇⟨f, w⟩, v⟩, whose gradient goes through the recorded gradient.
  static func expectSecond(
    _ inputs: [Tensor<Double>], tolerance: Double = 1e-6, sourceLocation: SourceLocation = #_sourceLocation,
    _ function: Function
  ) {
    var random = RandomSource(seed: 12, stream: "weights")
    let weights = Tensor<Double>.normal(function(inputs.map { Variable($0) }).shape, using: &random)
    let directions = inputs.map { Tensor<Double>.normal($0.shape, using: &random) }
    compare(inputs, tolerance, sourceLocation, recording: true) { variables in
      let tracked = variables.map { $0.isTracked ? $0 : Variable(tracking: $0.value) }
      let output = (function(tracked) * Variable(weights)).sum()
      let gradients = output.gradients(withRespectTo: tracked, recording: true)
      return zip(gradients, directions).map { ($0 * Variable($1)).sum() }.reduce(Variable(scalar: 0), +)
    }
  }

  /// Both derivatives.
  static func expect(
    _ inputs: [Tensor<Double>], tolerance: Double = 1e-6, sourceLocation: SourceLocation = #_sourceLocation,
    _ function: Function
  ) {
    expectFirst(inputs, tolerance: tolerance, sourceLocation: sourceLocation, function)
    expectSecond(inputs, tolerance: tolerance, sourceLocation: sourceLocation, function)
  }

  private static func compare(
    _ inputs: [Tensor<Double>], _ tolerance: Double, _ location: SourceLocation, recording: Bool, _ scalar: Function
  ) {
    let tracked = inputs.map { Variable(tracking: $0) }
    let gradients = scalar(tracked).gradients(withRespectTo: tracked)
    let step = 1e-5
    for (which, input) in inputs.enumerated() {
      #expect(gradients[which].shape == input.shape, sourceLocation: location)
      for index in 0..<input.count {
        func value(_ shift: Double) -> Double {
          var moved = inputs
          moved[which].withMutableElements { $0[index] += shift }
          return scalar(moved.map { Variable($0) }).scalar
        }
        let difference = (value(step) - value(-step)) / (2 * step)
        let found = gradients[which].value.elements[index]
        #expect(
          abs(found - difference) <= tolerance * max(1, abs(difference)),
          "input \(which), element \(index): gradient \(found), differences \(difference)", sourceLocation: location)
      }
    }
  }

  /// A tensor of normal numbers; `stream` makes it another one.
  static func normal(_ shape: Shape, _ stream: String = "x", shift: Double = 0) -> Tensor<Double> {
    var random = RandomSource(seed: 5, stream: stream)
    return Tensor<Double>.normal(shape, mean: shift, using: &random)
  }

  /// Numbers in [0.5, 2).
  static func positive(_ shape: Shape, _ stream: String = "p") -> Tensor<Double> {
    var random = RandomSource(seed: 6, stream: stream)
    return Tensor<Double>.uniform(shape, in: 0.5..<2, using: &random)
  }
}
