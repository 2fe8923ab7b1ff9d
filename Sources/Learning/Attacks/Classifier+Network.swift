import NumericalCore

extension Classifier {
  /// A network in evaluation mode.
  public init(_ network: Network<Scalar>) { self.init { network($0) } }
}
