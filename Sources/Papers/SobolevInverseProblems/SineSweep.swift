#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension SobolevInverseProblems {
  /// The values e_k(x_j) = √2·sin(πk·x_j) at fixed points for k = 1, 2, 3, …, one frequency after the other.
  ///
  /// A step turns (cos, sin) by the angle πx_j; every 64th comes from the library, so that errors stay below 64 ulp.
  struct SineSweep {
    /// k.
    private(set) var frequency = 0
    /// e_k at each point, between two zeros: `[points + 2]`, the values at 0 and 1 included.
    private(set) var values: [Double]
    private let points: [Double]
    private var cosines: [Double]
    private let stepCosines: [Double]
    private let stepSines: [Double]

    /// A sweep over `points` in [0, 1], before its first frequency.
    init(points: [Double]) {
      self.points = points
      values = [Double](repeating: 0, count: points.count + 2)
      cosines = [Double](repeating: 2.0.squareRoot(), count: points.count)
      stepCosines = points.map { cos(Double.pi * $0) }
      stepSines = points.map { sin(Double.pi * $0) }
    }

    /// Moves on to the next frequency.
    mutating func advance() {
      frequency += 1
      let count = points.count
      if frequency % 64 == 0 { return restart() }
      values.withUnsafeMutableBufferPointer { values in
        cosines.withUnsafeMutableBufferPointer { cosines in
          stepCosines.withUnsafeBufferPointer { stepCosines in
            stepSines.withUnsafeBufferPointer { stepSines in
              for j in 0..<count {
                let (c, s) = (cosines[j], values[j &+ 1])
                cosines[j] = c * stepCosines[j] - s * stepSines[j]
                values[j &+ 1] = s * stepCosines[j] + c * stepSines[j]
              }
            }
          }
        }
      }
    }

    private mutating func restart() {
      let root = 2.0.squareRoot()
      for (j, point) in points.enumerated() {
        let angle = Double.pi * (Double(frequency) * point).truncatingRemainder(dividingBy: 2)
        cosines[j] = root * cos(angle)
        values[j + 1] = root * sin(angle)
      }
    }
  }
}
