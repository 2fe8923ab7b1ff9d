#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension RobustOverfitting {
  /// The points of quadrature about a training point and the points that attacks move them to, the same for all.
  ///
  /// Four points of quadrature are one vector; attack after attack moves all of them.
  struct BumpWindow {
    typealias Points = SIMD4<Double>

    /// The points of quadrature, 4 a vector.
    static let vectors = 32
    /// Offsets v in [−δ, δ], equally spaced; the middle one is 0.
    static let attacks = 21

    /// Distances of moved points from the training point, `[attacks × vectors]`.
    let distances: [Points]
    /// The largest of them.
    let reach: Double
    /// The bump's height at each.
    private let heights: [Points]
    /// sin and cos of 2π times the distance of each point of quadrature.
    private let turns: [(sine: Points, cosine: Points)]
    /// What each point stands for.
    private let weight: Double

    init(_ shape: BumpShape) {
      // An attack from further away does not reach the bump.
      let width = 2 * shape.inner + shape.ramp
      let count = Points.scalarCount * BumpWindow.vectors
      weight = 2 * width / Double(count)
      reach = width + shape.inner
      let places = (0..<count).map { width * ((2 * Double($0) + 1) / Double(count) - 1) }
      func vector(_ index: Int, _ value: (Double) -> Double) -> Points {
        Points(places[(index * Points.scalarCount)..<((index + 1) * Points.scalarCount)].map(value))
      }
      func table(_ value: (Double) -> Double) -> [Points] {
        (0..<BumpWindow.attacks).flatMap { attack in
          let offset = BumpWindow.offset(attack, radius: shape.inner)
          return (0..<BumpWindow.vectors).map { vector($0) { value($0 + offset) } }
        }
      }
      distances = table { $0 }
      heights = table(shape.trapezoid)
      turns = (0..<BumpWindow.vectors).map { (vector($0) { sin(2 * .pi * $0) }, vector($0) { cos(2 * .pi * $0) }) }
    }

    /// The offset of an attack.
    static func offset(_ attack: Int, radius: Double) -> Double {
      radius * (2 * Double(attack) / Double(attacks - 1) - 1)
    }

    /// What the bump at a training point adds to the squared error and to that under attack.
    /// - Parameter base: the spline at `distances` from the point.
    func changes(_ base: [Points], _ function: GatedSpline, _ point: Int) -> (standard: Double, robust: Double) {
      let (x, y) = (function.sample.x[point], function.sample.y[point])
      let (sine, cosine) = (sin(2 * .pi * x), cos(2 * .pi * x))
      let gate = function.spline.gate
      var (standard, robust) = (Points.zero, Points.zero)
      base.withUnsafeBufferPointer { base in
        heights.withUnsafeBufferPointer { heights in
          for vector in 0..<BumpWindow.vectors {
            let target = sine * turns[vector].cosine + cosine * turns[vector].sine
            var (low, high) = (Points(repeating: .infinity), Points(repeating: -.infinity))
            var (baseLow, baseHigh) = (low, high)
            for attack in 0..<BumpWindow.attacks {
              let place = attack * BumpWindow.vectors + vector
              let (b, T) = (base[place], heights[place])
              let value = BumpWindow.value(b, T, y, gate)
              low.replace(with: value, where: value .< low)
              high.replace(with: value, where: value .> high)
              baseLow.replace(with: b, where: b .< baseLow)
              baseHigh.replace(with: b, where: b .> baseHigh)
              if attack == BumpWindow.attacks / 2 {
                standard += (value - target) * (value - target) - (b - target) * (b - target)
              }
            }
            robust += BumpWindow.largestSquare(low - target, high - target)
            robust -= BumpWindow.largestSquare(baseLow - target, baseHigh - target)
          }
        }
      }
      return (weight * standard.sum(), weight * robust.sum())
    }

    /// σ(b − M·T) − σ(−b − M·T) + y·T.
    @inline(__always) private static func value(_ b: Points, _ T: Points, _ y: Double, _ gate: Double) -> Points {
      let shift = gate * T
      return positive(b - shift) - positive(-b - shift) + y * T
    }

    @inline(__always) private static func positive(_ x: Points) -> Points { x.replacing(with: 0, where: x .< 0) }

    /// The square is largest at an end of an interval.
    @inline(__always) private static func largestSquare(_ a: Points, _ b: Points) -> Points {
      let (a, b) = (a * a, b * b)
      return a.replacing(with: b, where: b .> a)
    }
  }
}
