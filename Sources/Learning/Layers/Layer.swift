import NumericalCore

/// A map with parameters, described without its numbers: they belong to the `Network`.
///
/// A layer says what it needs for inputs of a shape (`plan`) and computes its outputs (`apply`), taking its parameters from
/// the pass in the order in which it planned them:
///
///     struct Gain: Layer {
///       var kind: String { "gain" }
///       func plan(for input: Shape) -> LayerPlan {
///         LayerPlan(output: input, parameters: [.init("gains", [input[-1]], .ones)])
///       }
///       func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar> {
///         x * pass.nextParameter()
///       }
///     }
public protocol Layer: Sendable {
  /// What names of parameters begin with, such as "dense".
  var kind: String { get }

  /// What the layer needs, and the shape of its outputs, for inputs of a shape; both without the batch's axis.
  ///
  /// Inputs that the layer cannot take trap.
  func plan(for input: Shape) -> LayerPlan

  /// The outputs `[examples, …]` for a batch of inputs `[examples, …]`.
  func apply<Scalar>(_ x: Variable<Scalar>, _ pass: inout ForwardPass<Scalar>) -> Variable<Scalar>
}
