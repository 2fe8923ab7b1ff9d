import Diagnostics
import NumericalCore

/// How the parameters of a layer are drawn; n is the fan-in and m the fan-out of the layer.
public enum Initialisation: Sendable, Hashable {
  case zeros
  case ones
  case constant(Double)
  /// N(0, s²).
  case normal(standardDeviation: Double)
  /// Uniform in [−bound, bound).
  case uniform(bound: Double)
  /// N(0, 2/n), which keeps the second moment through rectifiers.
  /// - Source: He, Zhang, Ren & Sun, "Delving deep into rectifiers" (2015), equation 10.
  case heNormal
  /// Uniform with variance 2/n: in ±√(6/n).
  case heUniform
  /// N(0, 1/n).
  /// - Source: LeCun, Bottou, Orr & Müller, "Efficient BackProp" (1998), equation 16.
  case leCunNormal
  /// Uniform with variance 1/n: in ±√(3/n).
  case leCunUniform
  /// N(0, 2/(n + m)).
  /// - Source: Glorot & Bengio, "Understanding the difficulty of training deep feedforward neural networks" (2010), equation 12.
  case glorotNormal
  /// Uniform with variance 2/(n + m): in ±√(6/(n + m)).
  case glorotUniform
  /// Uniform in ±1/√n: what PyTorch draws for weights and biases of dense and convolutional layers.
  case fanInUniform
  /// N(0, 1), with a factor of 1/√n in the layer.
  /// - Source: Jacot, Gabriel & Hongler, "Neural tangent kernel" (2018), equation 1.
  case neuralTangent
  /// N(0, 1), with a factor of 1/n in the layer.
  /// - Source: Mei, Montanari & Nguyen, "A mean field view of the landscape of two-layer neural networks" (2018).
  case meanField
  /// A random matrix with orthonormal rows or columns (the fewer of them), times `gain`.
  /// - Source: Saxe, McClelland & Ganguli, "Exact solutions to the nonlinear dynamics of learning in deep linear
  ///   networks" (2014); uniform by Mezzadri, "How to generate random matrices from the classical compact groups" (2007).
  case orthogonal(gain: Double = 1)

  /// The factor that the layer applies to the product with its weights; 1 for most.
  public func multiplier(_ fans: Fans) -> Double {
    switch self {
    case .neuralTangent: 1 / Double(fans.fanIn).squareRoot()
    case .meanField: 1 / Double(fans.fanIn)
    default: 1
    }
  }

  /// New parameters.
  /// - Parameter shape: outputs last, as the layers have it.
  public func draw<Scalar>(_ shape: Shape, _ fans: Fans, using random: inout RandomSource) -> Tensor<Scalar> {
    let (n, m) = (Double(fans.fanIn), Double(fans.fanOut))
    switch self {
    case .zeros: return Tensor(shape)
    case .ones: return Tensor(shape, repeating: 1)
    case .constant(let value): return Tensor(shape, repeating: Scalar(value))
    case .normal(let deviation): return .normal(shape, standardDeviation: deviation, using: &random)
    case .uniform(let bound): return Initialisation.uniform(shape, bound, &random)
    case .heNormal: return .normal(shape, standardDeviation: (2 / n).squareRoot(), using: &random)
    case .heUniform: return Initialisation.uniform(shape, (6 / n).squareRoot(), &random)
    case .leCunNormal: return .normal(shape, standardDeviation: (1 / n).squareRoot(), using: &random)
    case .leCunUniform: return Initialisation.uniform(shape, (3 / n).squareRoot(), &random)
    case .glorotNormal: return .normal(shape, standardDeviation: (2 / (n + m)).squareRoot(), using: &random)
    case .glorotUniform: return Initialisation.uniform(shape, (6 / (n + m)).squareRoot(), &random)
    case .fanInUniform: return Initialisation.uniform(shape, (1 / n).squareRoot(), &random)
    case .neuralTangent, .meanField: return .normal(shape, using: &random)
    case .orthogonal(let gain): return Initialisation.orthogonal(shape, gain, &random)
    }
  }

  private static func uniform<Scalar>(_ shape: Shape, _ bound: Double, _ random: inout RandomSource) -> Tensor<Scalar> {
    if !(bound >= 0) { trap("uniform initialisation in ±\(bound)") }
    return bound == 0 ? Tensor(shape) : .uniform(shape, in: -bound..<bound, using: &random)
  }

  private static func orthogonal<Scalar>(_ shape: Shape, _ gain: Double, _ random: inout RandomSource) -> Tensor<Scalar> {
    let columns = shape.rank == 0 ? 1 : shape[-1]
    let rows = columns == 0 ? 0 : shape.count / columns
    let (long, short) = (max(rows, columns), min(rows, columns))
    let q = QR(Matrix(rows: long, columns: short) { _, _ in random.normal() }).orthonormal
    return Tensor(shape) { target in
      for i in 0..<rows {
        for j in 0..<columns { target[i * columns + j] = Scalar(gain * (rows >= columns ? q[i, j] : q[j, i])) }
      }
    }
  }
}
