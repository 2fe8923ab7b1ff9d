import NumericalCore

extension SGDSparseFeatures {
  /// Gradient descent on the factors of a diagonal linear network, from u = 0.1 and v = 0: one sample a step, or all.
  ///
  /// Vectors are kept in blocks of four, the last filled up with zeros, which stay at v = 0.
  struct DiagonalNetworkDescent {
    static let start = 0.1

    /// Inputs, sample by sample.
    private let inputs: [SIMD4<Double>]
    private let targets: [Double]
    private let dimension: Int
    private let blocks: Int
    private var uBlocks: [SIMD4<Double>]
    private var vBlocks: [SIMD4<Double>]

    init(_ problem: DiagonalProblem) {
      dimension = problem.inputs.columns
      blocks = (dimension + 3) / 4
      inputs = (0..<problem.inputs.rows).flatMap { Self.blocks(problem.inputs.row($0)) }
      targets = problem.targets
      uBlocks = Self.blocks([Double](repeating: Self.start, count: dimension))
      vBlocks = [SIMD4<Double>](repeating: .zero, count: blocks)
    }

    var sampleCount: Int { targets.count }
    var u: [Double] { values(uBlocks) }
    var v: [Double] { values(vBlocks) }
    /// β = u ⊙ v.
    var coefficients: [Double] { values(zip(uBlocks, vBlocks).map { $0 * $1 }) }

    /// A step on sample `index` with its label moved by `noise`: with r = γ(⟨x, u ⊙ v⟩ − y)x, u ← u − r ⊙ v and
    /// v ← v − r ⊙ u, both from the old pair.
    mutating func step(sample index: Int, stepSize: Double, noise: Double = 0) {
      let label = targets[index] + noise
      inputs.withUnsafeBufferPointer { inputs in
        uBlocks.withUnsafeMutableBufferPointer { u in
          vBlocks.withUnsafeMutableBufferPointer { v in
            let x = UnsafeBufferPointer(rebasing: inputs[(index &* blocks)..<((index &+ 1) &* blocks)])
            let scale = stepSize * (Self.product(x, u, v) - label)
            for k in 0..<blocks {
              let (old, change) = (u[k], scale * x[k])
              u[k] = old - change * v[k]
              v[k] -= change * old
            }
          }
        }
      }
    }

    /// A step along the gradient of ‖Xβ − y‖²/(2n).
    mutating func fullStep(stepSize: Double) {
      var gradient = [SIMD4<Double>](repeating: .zero, count: blocks)
      let scale = stepSize / Double(sampleCount)
      inputs.withUnsafeBufferPointer { inputs in
        gradient.withUnsafeMutableBufferPointer { gradient in
          uBlocks.withUnsafeMutableBufferPointer { u in
            vBlocks.withUnsafeMutableBufferPointer { v in
              for index in 0..<targets.count {
                let x = UnsafeBufferPointer(rebasing: inputs[(index &* blocks)..<((index &+ 1) &* blocks)])
                let residual = scale * (Self.product(x, u, v) - targets[index])
                for k in 0..<blocks { gradient[k] += residual * x[k] }
              }
              for k in 0..<blocks {
                let old = u[k]
                u[k] = old - gradient[k] * v[k]
                v[k] -= gradient[k] * old
              }
            }
          }
        }
      }
    }

    /// ⟨x, u ⊙ v⟩.
    @inline(__always)
    private static func product(
      _ x: UnsafeBufferPointer<SIMD4<Double>>, _ u: UnsafeMutableBufferPointer<SIMD4<Double>>,
      _ v: UnsafeMutableBufferPointer<SIMD4<Double>>
    ) -> Double {
      var (even, odd) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
      var k = 0
      while k &+ 2 <= x.count {
        even += x[k] * u[k] * v[k]
        odd += x[k &+ 1] * u[k &+ 1] * v[k &+ 1]
        k &+= 2
      }
      if k < x.count { even += x[k] * u[k] * v[k] }
      return (even + odd).sum()
    }

    private static func blocks(_ values: [Double]) -> [SIMD4<Double>] {
      stride(from: 0, to: values.count, by: 4).map { first in
        var block = SIMD4<Double>.zero
        for lane in 0..<min(4, values.count - first) { block[lane] = values[first + lane] }
        return block
      }
    }

    private func values(_ blocks: [SIMD4<Double>]) -> [Double] { (0..<dimension).map { blocks[$0 / 4][$0 % 4] } }
  }
}
