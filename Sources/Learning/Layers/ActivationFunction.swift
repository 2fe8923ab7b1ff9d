import NumericalCore

/// A function of every number, or, for the softmax, of every row.
public enum ActivationFunction: Sendable, Hashable {
  case identity
  /// max(x, 0).
  case relu
  /// x for x > 0, slope·x else.
  case leakyRelu(slope: Double = 0.01)
  /// x·Φ(x), exact.
  case gelu
  /// log(1 + eˣ).
  case softplus
  case tanh
  /// 1/(1 + e⁻ˣ).
  case sigmoid
  /// Along the last axis.
  case softmax

  public func callAsFunction<Scalar>(_ x: Variable<Scalar>) -> Variable<Scalar> {
    switch self {
    case .identity: x
    case .relu: x.relu()
    case .leakyRelu(let slope): x.leakyRelu(Scalar(slope))
    case .gelu: x.gelu()
    case .softplus: x.softplus()
    case .tanh: x.tanh()
    case .sigmoid: x.sigmoid()
    case .softmax: x.softmax()
    }
  }
}
