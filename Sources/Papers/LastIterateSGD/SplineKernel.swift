import NumericalCore

/// The periodic spline kernel k(u) = 2 Σ m⁻²ˢ cos(2πmu) of order s = 1 or 2, by Bernoulli polynomials.
///
/// With w = u(u − 1): k₁ = 2π²(w + 1/6) and k₂ = −(2π⁴/3)(w² − 1/30). Both polynomials are symmetric about ½, so that u may
/// be the absolute difference of two points of [0, 1].
struct SplineKernel: Sendable {
  private static let piSquared = Double.pi * Double.pi

  /// 1 or 2.
  let order: Int

  /// k = scale·(wˢ + offset).
  private var scale: Double { order == 1 ? 2 * Self.piSquared : -2 * Self.piSquared * Self.piSquared / 3 }
  private var offset: Double { order == 1 ? 1.0 / 6 : -1.0 / 30 }

  /// k(0) = tr H.
  var trace: Double { scale * offset }

  func value(_ x: Double, _ y: Double) -> Double {
    let u = abs(x - y)
    let w = u * (u - 1)
    return scale * ((order == 1 ? w : w * w) + offset)
  }

  /// λₘ = m⁻²ˢ of the first frequencies; each belongs to a cosine and a sine.
  func eigenvalues(_ count: Int) -> [Double] { Vector.powerLaw(exponent: 2 * Double(order), count: count) }

  /// k at four points each time: sum ← sum + wˢ·weight at the distance |x − y|.
  @inline(__always)
  private static func power(_ x: SIMD4<Double>, _ y: SIMD4<Double>, _ isCubic: Bool) -> SIMD4<Double> {
    let difference = x - y
    let u = difference.replacing(with: -difference, where: difference .< 0)
    let w = u * (u - 1)
    return isCubic ? w * w : w
  }

  /// Σ weightⱼ·k(x, centreⱼ), four centres a block; blocks are filled up with weights 0.
  func combination(
    _ centres: UnsafeBufferPointer<SIMD4<Double>>, _ weights: UnsafeBufferPointer<SIMD4<Double>>, count: Int, at x: Double
  ) -> Double {
    let point = SIMD4(repeating: x)
    var (powers, total) = (SIMD4<Double>.zero, SIMD4<Double>.zero)
    let isCubic = order == 2
    for block in 0..<(count + 3) / 4 {
      let weight = weights[block]
      powers += weight * Self.power(point, centres[block], isCubic)
      total += weight
    }
    return scale * (powers.sum() + offset * total.sum())
  }

  /// values ← values + weight·k(points, x).
  func add(
    _ weight: Double, at x: Double, _ points: UnsafeBufferPointer<SIMD4<Double>>,
    into values: UnsafeMutableBufferPointer<SIMD4<Double>>
  ) {
    let point = SIMD4(repeating: x)
    let (factor, constant) = (scale * weight, scale * weight * offset)
    let isCubic = order == 2
    for block in 0..<points.count { values[block] += factor * Self.power(points[block], point, isCubic) + constant }
  }
}
