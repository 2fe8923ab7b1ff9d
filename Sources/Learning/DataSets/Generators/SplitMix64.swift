/// The generator behind the generated images: a 64-bit counter and a mixing function.
///
/// Any state is good, so that image `(seed, index)` has a generator of its own.
/// - Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014).
public struct SplitMix64: RandomNumberGenerator, Sendable, Hashable {
  public private(set) var state: UInt64

  public init(state: UInt64) { self.state = state }

  /// The next 64 bits.
  @inlinable public mutating func next() -> UInt64 {
    advance()
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The next number of [0, 1): a multiple of 2⁻⁵³.
  @inlinable public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  @usableFromInline mutating func advance() { state &+= 0x9E37_79B9_7F4A_7C15 }
}
