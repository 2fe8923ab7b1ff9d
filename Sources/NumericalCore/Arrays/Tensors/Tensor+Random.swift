import Diagnostics

/// Random tensors.
extension Tensor {
  /// Independent normal numbers.
  public static func normal(
    _ shape: Shape, mean: Double = 0, standardDeviation: Double = 1, using random: inout RandomSource
  ) -> Tensor {
    Tensor(shape) { target in
      for index in target.indices { target[index] = Scalar(mean + standardDeviation * random.normal()) }
    }
  }

  /// Independent numbers uniform in `range`.
  public static func uniform(_ shape: Shape, in range: Range<Double> = 0..<1, using random: inout RandomSource) -> Tensor {
    let width = range.upperBound - range.lowerBound
    return Tensor(shape) { target in
      for index in target.indices { target[index] = Scalar(range.lowerBound + width * random.uniform()) }
    }
  }

  /// −1 or 1, each with probability one half.
  public static func rademacher(_ shape: Shape, using random: inout RandomSource) -> Tensor {
    Tensor(shape) { target in for index in target.indices { target[index] = Scalar(random.rademacher()) } }
  }
}
