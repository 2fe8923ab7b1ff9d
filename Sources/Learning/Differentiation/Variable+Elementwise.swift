import Diagnostics
import NumericalCore

/// Functions of every element.
extension Variable {
  private func applying(
    _ operation: UnaryKernel, savingOutput: Bool = false, pullback: @escaping (Backward<Scalar>) -> Variable
  ) -> Variable {
    .recorded(value.map(operation), from: self, savingOutput: savingOutput) { [pullback($0)] }
  }

  /// eˣ.
  public func exp() -> Variable { applying(.exp, savingOutput: true) { $0.gradient * $0.output } }

  /// The natural logarithm, of positive numbers.
  public func log() -> Variable { applying(.log) { $0.gradient / $0(self) } }

  /// log(1 + x), of numbers above −1.
  public func log1p() -> Variable { applying(.log1p) { $0.gradient / $0(self).adding(1) } }

  /// eˣ − 1.
  public func expm1() -> Variable {
    applying(.expm1, savingOutput: true) { $0.gradient * $0.output.adding(1) }
  }

  /// The square root, of numbers > 0 where it is differentiated.
  public func squareRoot() -> Variable {
    applying(.squareRoot, savingOutput: true) { ($0.gradient / $0.output).scaled(by: 0.5) }
  }

  /// x².
  public func square() -> Variable { applying(.square) { ($0.gradient * $0(self)).scaled(by: 2) } }

  /// 1/x.
  public func reciprocal() -> Variable {
    applying(.reciprocal, savingOutput: true) { -($0.gradient * $0.output.square()) }
  }

  /// The hyperbolic tangent.
  public func tanh() -> Variable {
    applying(.tanh, savingOutput: true) { $0.gradient * $0.output.square().affine(-1, 1) }
  }

  /// The logistic function 1/(1 + e⁻ˣ).
  public func sigmoid() -> Variable {
    applying(.sigmoid, savingOutput: true) { $0.gradient * ($0.output * $0.output.affine(-1, 1)) }
  }

  /// log(1 + eˣ), without overflow.
  public func softplus() -> Variable { applying(.softplus) { $0.gradient * $0(self).sigmoid() } }

  /// The error function.
  public func erf() -> Variable {
    let factor = Scalar(1.128_379_167_095_512_6)  // 2/√π
    return applying(.erf) { $0.gradient * (-$0(self).square()).exp().scaled(by: factor) }
  }

  public func sine() -> Variable { applying(.sine) { $0.gradient * $0(self).cosine() } }

  public func cosine() -> Variable { applying(.cosine) { -($0.gradient * $0(self).sine()) } }

  /// |x|, with derivative 0 at 0.
  public func absolute() -> Variable {
    applying(.absolute) { $0.gradient * Variable(value.map(.sign)) }
  }

  /// max(x, 0), with derivative 0 at 0.
  public func relu() -> Variable { applying(.relu) { $0.gradient.gated(by: value) } }

  /// x for x > 0 and slope·x else, with derivative slope at 0.
  public func leakyRelu(_ slope: Scalar) -> Variable {
    let slopes = value.map(.step).affine(1 - slope, slope)
    return .recorded(value * slopes, from: self) { [$0.gradient * Variable(slopes)] }
  }

  /// The Gaussian error linear unit x·Φ(x), in the exact form.
  /// - Source: Hendrycks & Gimpel, "Gaussian Error Linear Units" (2016).
  public func gelu() -> Variable {
    applying(.gelu) { $0.isRecording ? $0.gradient * geluSlope() : Variable($0.gradient.value * value.map(.geluSlope)) }
  }

  /// Φ(x) + x·φ(x); its derivative is φ(x)·(2 − x²).
  private func geluSlope() -> Variable {
    applying(.geluSlope) { pass in
      let x = pass(self)
      let squares = x.square()
      let density = squares.scaled(by: -0.5).exp().scaled(by: 0.398_942_280_401_432_7)  // 1/√(2π)
      return pass.gradient * (density * squares.affine(-1, 2))
    }
  }

  /// self where gate > 0, else 0.
  func gated(by gate: Tensor<Scalar>) -> Variable {
    .recorded(Tensor.combine(.gate, value, gate), from: self) { [$0.gradient.gated(by: gate)] }
  }

  /// −1, 0 or 1; a constant.
  public func sign() -> Variable { Variable(value.map(.sign)) }

  /// factor·x + shift.
  public func affine(_ factor: Scalar, _ shift: Scalar) -> Variable {
    .recorded(value.affine(factor, shift), from: self) { [$0.gradient.scaled(by: factor)] }
  }

  /// factor·x.
  public func scaled(by factor: Scalar) -> Variable { affine(factor, 0) }

  /// x + shift.
  public func adding(_ shift: Scalar) -> Variable { affine(1, shift) }

  /// min(max(x, low), high), with derivative 0 outside [low, high].
  public func clamped(_ low: Scalar, _ high: Scalar) -> Variable {
    .recorded(value.clamped(low, high), from: self) { pass in
      let inside = Tensor<Scalar>(shape) { target in
        value.withElements { x in
          for index in x.indices { target[index] = x[index] >= low && x[index] <= high ? 1 : 0 }
        }
      }
      return [pass.gradient * Variable(inside)]
    }
  }

  /// xᵖ for x > 0 and a constant p.
  public func power(_ exponent: Scalar) -> Variable { log().scaled(by: exponent).exp() }
}
