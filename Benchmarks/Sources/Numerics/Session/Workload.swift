import NumericalCore

/// The inputs: the same numbers as in the peers' programs, from a hash of the index.
enum Workload {
  static let classes = 10
  /// Sizes of the matrix products, and how many make one run.
  static let products = [(16, 20000), (32, 10000), (64, 4000), (128, 800), (256, 120), (512, 16), (1024, 2)]

  /// Numbers uniform in [0, 1), multiples of 2⁻²⁴: element i depends on i and the seed alone (SplitMix64).
  static func uniforms(_ count: Int, seed: Int) -> [Double] {
    (0..<count).map { index in
      var z = UInt64(index + 1) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(seed) &* 0xD1B5_4A32_D192_ED03
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      z ^= z >> 31
      return Double(z >> 40) * 0x1p-24
    }
  }

  /// Numbers uniform in [−bound, bound).
  static func symmetric(_ count: Int, seed: Int, bound: Double = 1) -> [Double] {
    uniforms(count, seed: seed).map { (2 * $0 - 1) * bound }
  }

  static func matrix(_ size: Int, seed: Int) -> Matrix {
    Matrix(rows: size, columns: size, elements: symmetric(size * size, seed: seed))
  }

  static func positiveDefinite(_ size: Int, seed: Int) -> Matrix {
    let a = matrix(size, seed: seed)
    return 1 / Double(size) * Matrix.multiply(a, a, transposingRight: true) + .identity(size)
  }
}
