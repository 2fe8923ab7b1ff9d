extension RandomSource {
  /// A number uniform in [0, 1): a multiple of 2⁻⁵³.
  @inlinable public mutating func uniform() -> Double {
    Double(Int64(bitPattern: nextUInt64() >> 11)) * 0x1p-53
  }

  /// A number uniform in `range`, which must be finite.
  @inlinable public mutating func uniform(in range: Range<Double>) -> Double {
    let value = range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
    return value < range.upperBound ? value : range.upperBound.nextDown
  }

  /// Fills `values` with numbers uniform in [0, 1).
  public mutating func fillUniforms(_ values: inout [Double]) {
    for index in values.indices { values[index] = uniform() }
  }

  /// True with the given probability in [0, 1].
  public mutating func bernoulli(_ probability: Double = 0.5) -> Bool { uniform() < probability }

  /// −1 or 1, each with probability one half.
  public mutating func rademacher() -> Double { nextUInt64() >> 63 == 0 ? 1 : -1 }

  /// A waiting time of a Poisson process of the given rate > 0: density rate·exp(−rate·x).
  public mutating func exponential(rate: Double = 1) -> Double { -Elementary.log(1 - uniform()) / rate }
}
