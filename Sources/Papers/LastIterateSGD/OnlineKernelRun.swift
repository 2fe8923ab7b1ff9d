import NumericalCore

/// One pass of SGD in the space of a kernel: each sample adds a bump that corrects the predictor where it was seen.
struct OnlineKernelRun {
  private let kernel: SplineKernel
  private let stepSize: Double
  /// Four a block, the last filled up with weights 0.
  private var centres: [SIMD4<Double>]
  private var weights: [SIMD4<Double>]
  private let points: [SIMD4<Double>]
  /// Predictor less target at the points.
  private var residuals: [SIMD4<Double>]
  private let pointCount: Int
  private(set) var step = 0

  /// - Parameters:
  ///   - capacity: most samples that will be seen.
  ///   - points, values: where the risk is measured, and the target there.
  init(_ kernel: SplineKernel, stepSize: Double, capacity: Int, points: [Double], values: [Double]) {
    self.kernel = kernel
    self.stepSize = stepSize
    centres = [SIMD4<Double>](repeating: .zero, count: (capacity + 3) / 4)
    weights = centres
    pointCount = points.count
    self.points = Self.blocks(points)
    residuals = Self.blocks(values.map { -$0 })
  }

  /// A step on the sample (x, y), x in [0, 1].
  mutating func learn(_ x: Double, _ y: Double) {
    let prediction = centres.withUnsafeBufferPointer { centres in
      weights.withUnsafeBufferPointer { kernel.combination(centres, $0, count: step, at: x) }
    }
    let weight = -stepSize * (prediction - y)
    centres[step / 4][step % 4] = x
    weights[step / 4][step % 4] = weight
    points.withUnsafeBufferPointer { points in
      residuals.withUnsafeMutableBufferPointer { kernel.add(weight, at: x, points, into: $0) }
    }
    step += 1
  }

  /// Half the mean squared error at the points.
  var risk: Double {
    var sum = 0.0
    for index in 0..<pointCount {
      let residual = residuals[index / 4][index % 4]
      sum += residual * residual
    }
    return 0.5 * sum / Double(pointCount)
  }

  private static func blocks(_ values: [Double]) -> [SIMD4<Double>] {
    stride(from: 0, to: values.count, by: 4).map { first in
      var block = SIMD4<Double>.zero
      for lane in 0..<min(4, values.count - first) { block[lane] = values[first + lane] }
      return block
    }
  }
}
