/// The Philox4x32-10 block function: a bijection of 128-bit counters that a 64-bit key selects.
///
/// - Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011), section 4.3.
enum Philox {
  private static let weyl = (UInt32(0x9E37_79B9), UInt32(0xBB67_AE85))

  /// Four consecutive blocks at once: word `w` of block `first + lane` is lane `lane` of the `w`-th vector.
  ///
  /// Words live in the low halves of 64-bit lanes, where a product of two words is one vector instruction.
  static func blocks(first: UInt64, stream: UInt64, key: UInt64) -> (
    SIMD4<UInt64>, SIMD4<UInt64>, SIMD4<UInt64>, SIMD4<UInt64>
  ) {
    let mask = SIMD4<UInt64>(repeating: 0xFFFF_FFFF)
    let counters = SIMD4<UInt64>(first, first &+ 1, first &+ 2, first &+ 3)
    let shift = SIMD4<UInt64>(repeating: 32)
    var c0 = counters & mask
    var c1 = counters &>> shift
    var c2 = SIMD4<UInt64>(repeating: stream & 0xFFFF_FFFF)
    var c3 = SIMD4<UInt64>(repeating: stream >> 32)
    var k0 = UInt32(truncatingIfNeeded: key)
    var k1 = UInt32(truncatingIfNeeded: key >> 32)
    let m0 = SIMD4<UInt64>(repeating: 0xD251_1F53)
    let m1 = SIMD4<UInt64>(repeating: 0xCD9E_8D57)
    for _ in 0..<10 {
      let p0 = (c0 & mask) &* m0
      let p1 = (c2 & mask) &* m1
      c0 = (p1 &>> shift) ^ c1 ^ SIMD4(repeating: UInt64(k0))
      c2 = (p0 &>> shift) ^ c3 ^ SIMD4(repeating: UInt64(k1))
      c1 = p1 & mask
      c3 = p0 & mask
      k0 &+= weyl.0
      k1 &+= weyl.1
    }
    return (c0, c1, c2, c3)
  }
}
