import Diagnostics

/// The exact second moments of stochastic gradient descent on least squares, without sampling.
///
/// In the eigenbasis of H = diag(λ), with δ = θ − θ* and fresh samples of noise variance σ², cᵢ = E[δᵢ²] obeys
///
///     cᵢ ← cᵢ(1 − 2γλᵢ) + γ²(Qᵢ + σ²λᵢ),
///
/// Q as in `FourthMoment`. For the uniform average of the iterates, with Sᵢ = Σ δᵢ over the steps so far, Bᵢ = E[Sᵢδᵢ] and
/// Aᵢ = E[Sᵢ²]: Bᵢ ← (1 − γλᵢ)Bᵢ + cᵢ and Aᵢ ← Aᵢ + 2Bᵢ − cᵢ with the new cᵢ and Bᵢ on the right.
///
/// - Complexity: O(dimension) a step, no allocation.
/// - Accuracy: a relative rounding error of about one ulp a step.
/// - Source: Varre, Pillaud-Vivien and Flammarion (2021), section 2, written per coordinate.
public struct LeastSquaresMoments: Sendable {
  public let dimension: Int
  public private(set) var step = 0
  private let fourthMoment: FourthMoment
  private let stepSize: Double
  private let noiseVariance: Double
  private let isAveraging: Bool
  /// Four coordinates each; those beyond the last have λ = 0.
  private let lambda: [SIMD4<Double>]
  private var c: [SIMD4<Double>]
  private var b: [SIMD4<Double>]
  private var a: [SIMD4<Double>]
  /// Σ λᵢcᵢ.
  private var coupling: Double

  /// - Parameters:
  ///   - eigenvalues: λ ≥ 0.
  ///   - stepSize: γ.
  ///   - noiseVariance: σ² ≥ 0 of the labels.
  ///   - start: cᵢ at step 0, as many as there are eigenvalues.
  ///   - averaging: whether to follow the average too, at twice the cost.
  public init(
    eigenvalues: [Double], fourthMoment: FourthMoment, stepSize: Double, noiseVariance: Double = 0, start: [Double],
    averaging: Bool = true
  ) {
    if eigenvalues.count != start.count {
      trap("LeastSquaresMoments: \(eigenvalues.count) eigenvalues and \(start.count) second moments")
    }
    dimension = eigenvalues.count
    self.fourthMoment = fourthMoment
    self.stepSize = stepSize
    self.noiseVariance = noiseVariance
    isAveraging = averaging
    lambda = Self.blocks(eigenvalues)
    c = Self.blocks(start)
    b = averaging ? c : []
    a = b
    coupling = Vector.dot(eigenvalues, start)
  }

  /// The expected excess risk ½ Σ λᵢcᵢ of the last iterate; not finite once the iteration has diverged.
  public var risk: Double { 0.5 * coupling }

  /// The expected excess risk of the uniform average of all iterates so far; NaN without averaging.
  public var averageRisk: Double {
    if !isAveraging { return .nan }
    var sum = SIMD4<Double>.zero
    for index in lambda.indices { sum += lambda[index] * a[index] }
    let count = Double(step + 1)
    return 0.5 * sum.sum() / (count * count)
  }

  /// cᵢ, `[dimension]`.
  public var secondMoments: [Double] { (0..<dimension).map { c[$0 / 4][$0 % 4] } }

  /// Goes on to a step; nothing happens if it is reached already.
  public mutating func advance(to target: Int) {
    if target <= step { return }
    let rates = Rates(fourthMoment, stepSize, noiseVariance, count: target - step)
    lambda.withUnsafeBufferPointer { lambda in
      c.withUnsafeMutableBufferPointer { c in
        if isAveraging {
          b.withUnsafeMutableBufferPointer { b in
            a.withUnsafeMutableBufferPointer { a in Self.sweep(rates, lambda, c, b, a, &coupling) }
          }
        } else {
          Self.sweep(rates, lambda, c, &coupling)
        }
      }
    }
    step = target
  }

  /// What a step does to a coordinate: c ← c + λ((linear + square·λ)c + drive) with drive = trace·Σλc + noise.
  private struct Rates {
    var linear: Double
    var square: Double
    var trace: Double
    var noise: Double
    var shrink: Double
    var count: Int

    init(_ moment: FourthMoment, _ gamma: Double, _ variance: Double, count: Int) {
      linear = gamma * (gamma * moment.own - 2)
      square = gamma * gamma * moment.square
      trace = gamma * gamma * moment.trace
      noise = gamma * gamma * variance
      shrink = gamma
      self.count = count
    }
  }

  private static func sweep(
    _ rates: Rates, _ lambda: UnsafeBufferPointer<SIMD4<Double>>, _ c: UnsafeMutableBufferPointer<SIMD4<Double>>,
    _ coupling: inout Double
  ) {
    for _ in 0..<rates.count {
      let drive = rates.trace * coupling + rates.noise
      var sum = SIMD4<Double>.zero
      for index in 0..<lambda.count {
        let l = lambda[index]
        let old = c[index]
        let new = old + l * ((rates.linear + rates.square * l) * old + drive)
        c[index] = new
        sum += l * new
      }
      coupling = sum.sum()
    }
  }

  private static func sweep(
    _ rates: Rates, _ lambda: UnsafeBufferPointer<SIMD4<Double>>, _ c: UnsafeMutableBufferPointer<SIMD4<Double>>,
    _ b: UnsafeMutableBufferPointer<SIMD4<Double>>, _ a: UnsafeMutableBufferPointer<SIMD4<Double>>,
    _ coupling: inout Double
  ) {
    for _ in 0..<rates.count {
      let drive = rates.trace * coupling + rates.noise
      var sum = SIMD4<Double>.zero
      for index in 0..<lambda.count {
        let l = lambda[index]
        let old = c[index]
        let new = old + l * ((rates.linear + rates.square * l) * old + drive)
        let product = b[index]
        let next = product - rates.shrink * l * product + new
        c[index] = new
        b[index] = next
        a[index] += 2 * next - new
        sum += l * new
      }
      coupling = sum.sum()
    }
  }

  private static func blocks(_ values: [Double]) -> [SIMD4<Double>] {
    stride(from: 0, to: values.count, by: 4).map { first in
      var block = SIMD4<Double>.zero
      for lane in 0..<min(4, values.count - first) { block[lane] = values[first + lane] }
      return block
    }
  }
}
