import Diagnostics

/// The 32-bit generator behind the generated corpora: s ← 1664525·s + 1013904223 mod 2³².
///
/// Small enough to be rewritten from one line in any language, so that a corpus can be made again bit for bit. It serves
/// no other purpose: everything that needs good random numbers takes them from `RandomSource`.
/// - Source: Press et al., "Numerical Recipes" (1992), section 7.1.
public struct LinearCongruentialGenerator: Sendable, Hashable {
  public private(set) var state: UInt32

  public init(seed: UInt32) { state = seed }

  /// The next integer of 0 ..< `bound`: the high half of the state modulo `bound`, for `bound` in 1 ... 65536.
  public mutating func draw(_ bound: Int) -> Int {
    if bound < 1 || bound > 1 << 16 { trap("draw(\(bound)): the bound must lie in 1 ... 65536") }
    state = 1_664_525 &* state &+ 1_013_904_223
    return Int(state >> 16) % bound
  }
}
