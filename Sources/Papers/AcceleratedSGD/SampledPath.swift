/// One run of the accelerated method and of plain SGD on the same samples, with their averages; the solution is at 0.
struct SampledPath {
  private let steps: StepSizes
  private let sigma: Double
  private var t = 0
  private var x: [Double]
  private var z: [Double]
  private var xSum: [Double]
  private var w: [Double]
  private var wSum: [Double]

  init(start: [Double], steps: StepSizes, sigma: Double) {
    self.steps = steps
    self.sigma = sigma
    (x, z, xSum, w, wSum) = (start, start, start, start, start)
  }

  /// A step of both methods with the input `a` and the label σ·`noise`.
  mutating func step(_ a: UnsafeBufferPointer<Double>, noise: Double) {
    let label = sigma * noise
    let time = Double(t + 1)
    x.withUnsafeMutableBufferPointer { x in
      z.withUnsafeMutableBufferPointer { z in
        xSum.withUnsafeMutableBufferPointer { sum in
          let residual = Self.dot(a, x) - label
          let (short, long) = (steps.beta * residual, steps.alpha * time * residual)
          let scale = 1 / (time + 1)
          for i in 0..<a.count {
            let aggressive = z[i] - long * a[i]
            let next = (time * (x[i] - short * a[i]) + aggressive) * scale
            z[i] = aggressive
            x[i] = next
            sum[i] += (time + 1) * next
          }
        }
      }
    }
    w.withUnsafeMutableBufferPointer { w in
      wSum.withUnsafeMutableBufferPointer { sum in
        let length = steps.gamma * (Self.dot(a, w) - label)
        for i in 0..<a.count {
          w[i] -= length * a[i]
          sum[i] += w[i]
        }
      }
    }
    t += 1
  }

  /// The excess risks of the four iterates, in the order of `RiskMethod`.
  func risks(_ problem: StreamingRegression) -> [Double] {
    let count = Double(t + 1)
    let weight = 0.5 * count * (count + 1)
    return [(w, 1), (wSum, count), (x, 1), (xSum, weight)].map { vector, divisor in
      vector.withUnsafeBufferPointer(problem.excessRisk) / (divisor * divisor)
    }
  }

  @inline(__always)
  private static func dot(_ a: UnsafeBufferPointer<Double>, _ x: UnsafeMutableBufferPointer<Double>) -> Double {
    var lanes = (0.0, 0.0)
    var index = 0
    while index &+ 2 <= a.count {
      lanes.0 += a[index] * x[index]
      lanes.1 += a[index &+ 1] * x[index &+ 1]
      index &+= 2
    }
    if index < a.count { lanes.0 += a[index] * x[index] }
    return lanes.0 + lanes.1
  }
}
