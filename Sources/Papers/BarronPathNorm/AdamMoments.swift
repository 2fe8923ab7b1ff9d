import NumericalCore

/// Adam with β₁ = 0.9, β₂ = 0.999 and ε = 10⁻⁸.
/// - Source: Kingma and Ba, "Adam: a method for stochastic optimization" (ICLR 2015), algorithm 1.
struct AdamMoments {
  private var first: [Double]
  private var second: [Double]
  private var powers = (1.0, 1.0)

  init(_ count: Int) {
    first = [Double](repeating: 0, count: count)
    second = first
  }

  /// values ← values − rate·m̂/(√v̂ + ε), the moments being those of all calls so far.
  mutating func update(
    _ values: UnsafeMutableBufferPointer<Double>, _ gradient: UnsafeBufferPointer<Double>, rate: Double
  ) {
    powers.0 *= 0.9
    powers.1 *= 0.999
    let step = rate / (1 - powers.0)
    let scale = 1 / (1 - powers.1)
    first.withUnsafeMutableBufferPointer { first in
      second.withUnsafeMutableBufferPointer { second in
        for index in 0..<values.count {
          let g = gradient[index]
          let m = 0.9 * first[index] + 0.1 * g
          let v = 0.999 * second[index] + 0.001 * g * g
          first[index] = m
          second[index] = v
          values[index] -= step * m / ((v * scale).squareRoot() + 1e-8)
        }
      }
    }
  }
}
