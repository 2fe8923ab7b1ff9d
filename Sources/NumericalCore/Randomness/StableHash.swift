/// Hashes that never change: names and seeds become keys and streams of `RandomSource` through them.
///
/// A name is hashed by FNV-1a over its UTF-8 bytes (64 bits), then finalised by the mixer of SplitMix64, which spreads
/// names that differ in one letter over all bits.
public enum StableHash {
  /// The finaliser of SplitMix64: a bijection of 64-bit words.
  /// - Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014).
  public static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// The hash of a name.
  public static func hash(_ name: String) -> UInt64 {
    var state: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return mix(state)
  }
}
