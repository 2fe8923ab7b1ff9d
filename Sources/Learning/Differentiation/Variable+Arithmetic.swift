import Diagnostics
import NumericalCore

/// Sums and products, broadcasting by NumPy's rule.
extension Variable {
  public static func + (a: Variable, b: Variable) -> Variable {
    .recorded(a.value + b.value, from: a, b) { pass in
      [pass.gradient.collected(for: 0, a.shape, pass), pass.gradient.collected(for: 1, b.shape, pass)]
    }
  }

  public static func - (a: Variable, b: Variable) -> Variable {
    .recorded(a.value - b.value, from: a, b) { pass in
      [
        pass.gradient.collected(for: 0, a.shape, pass),
        pass.needs(1) ? (-pass.gradient).collected(for: 1, b.shape, pass) : nil,
      ]
    }
  }

  /// The product of each element with each, not of matrices.
  public static func * (a: Variable, b: Variable) -> Variable {
    .recorded(a.value * b.value, from: a, b) { pass in
      [
        pass.needs(0) ? (pass.gradient * pass(b)).collected(for: 0, a.shape, pass) : nil,
        pass.needs(1) ? (pass.gradient * pass(a)).collected(for: 1, b.shape, pass) : nil,
      ]
    }
  }

  public static func / (a: Variable, b: Variable) -> Variable {
    .recorded(a.value / b.value, from: a, b) { pass in
      [
        pass.needs(0) ? (pass.gradient / pass(b)).collected(for: 0, a.shape, pass) : nil,
        pass.needs(1)
          ? (-(pass.gradient * pass(a)) / pass(b).square()).collected(for: 1, b.shape, pass) : nil,
      ]
    }
  }

  public static prefix func - (a: Variable) -> Variable { a.scaled(by: -1) }
  public static func * (a: Scalar, b: Variable) -> Variable { b.scaled(by: a) }
  public static func + (a: Variable, b: Scalar) -> Variable { a.adding(b) }
  public static func - (a: Variable, b: Scalar) -> Variable { a.adding(-b) }
  public static func / (a: Variable, b: Scalar) -> Variable { a.scaled(by: 1 / b) }

  /// The larger of two numbers; where they are equal each gets half of the gradient.
  public static func maximum(_ a: Variable, _ b: Variable) -> Variable { extreme(.maximum, a, b, sign: 0.5) }

  /// The smaller of two numbers; where they are equal each gets half of the gradient.
  public static func minimum(_ a: Variable, _ b: Variable) -> Variable { extreme(.minimum, a, b, sign: -0.5) }

  private static func extreme(_ operation: BinaryKernel, _ a: Variable, _ b: Variable, sign: Scalar) -> Variable {
    .recorded(Tensor.combine(operation, a.value, b.value), from: a, b) { pass in
      let share = Variable((a.value - b.value).map(.sign).affine(sign, 0.5))
      return [
        (pass.gradient * share).collected(for: 0, a.shape, pass),
        (pass.gradient * share.affine(-1, 1)).collected(for: 1, b.shape, pass),
      ]
    }
  }

  /// The adjoint of broadcasting: a gradient summed to the shape of an operand, or, for a leaf whose gradient is wanted
  /// example by example, over all but the first axis.
  func collected(for input: Int, _ target: Shape, _ pass: Backward<Scalar>) -> Variable? {
    guard pass.needs(input) else { return nil }
    guard let examples = pass.examples(forLeaf: input) else { return summed(to: target) }
    if rank == 0 || shape[0] != examples || target.rank >= rank {
      trap("per-example gradient of a leaf of \(target) that meets a tensor of \(shape)")
    }
    var padded = target
    while padded.rank < rank - 1 { padded = padded.inserting(1, at: 0) }
    return summed(to: padded.inserting(examples, at: 0)).reshaped(to: target.inserting(examples, at: 0))
  }
}
