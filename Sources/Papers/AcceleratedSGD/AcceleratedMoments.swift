import NumericalCore

/// The exact second moments of the accelerated method and of its weighted average, without sampling.
///
/// With the solution at 0 put u = (t + 1)x, v = ty, w = z, so that u = v + w; in (v, w) the method does not depend on time
/// but for the scale of the noise. A coordinate keeps V = Ev², W = Ew², C = Evw; with S = V + 2C + W = Eu² and
/// N = Q + (t + 1)²σ²λ/b, Q of `FourthMoment` at S,
///
///     V ← S(1 − 2βλ) + β²N,  W ← W − 2αλ(C + W) + α²N,  C ← (C + W)(1 − βλ) − αλS + αβN.
///
/// For the average let U = Σ u over the steps so far, A = EU², B = EUv, D = EUw; with B₁ = (B + D)(1 − βλ),
/// D₁ = D − αλ(B + D) and the new V, W, C, S: A ← A + 2(B₁ + D₁) + S, B ← B₁ + V + C, D ← D₁ + C + W.
struct AcceleratedMoments {
  private struct Mode {
    var lambda: SIMD4<Double>
    /// αλ and βλ.
    var alphaLambda: SIMD4<Double>
    var betaLambda: SIMD4<Double>
    /// Q = local·S + trace·Σλⱼ Sⱼ.
    var local: SIMD4<Double>
    var trace: SIMD4<Double>
    /// σ²λ/b.
    var noise: SIMD4<Double>
  }

  private struct Moments {
    var v = SIMD4<Double>.zero
    var w = SIMD4<Double>.zero
    var c = SIMD4<Double>.zero
    var a = SIMD4<Double>.zero
    var b = SIMD4<Double>.zero
    var d = SIMD4<Double>.zero
  }

  private(set) var step = 0
  private let steps: StepSizes
  private let modes: [Mode]
  private var moments: [Moments]
  /// Σ λS.
  private var coupling: Double

  /// - Parameters:
  ///   - eigenvalues: λ.
  ///   - start: the squares of the deviation x₀ − x*, as many.
  ///   - variance: σ² of the labels.
  ///   - batch: samples a gradient is the mean of.
  init(
    eigenvalues: [Double], fourthMoment: FourthMoment, steps: StepSizes, start: [Double], variance: Double = 0,
    batch: Int = 1
  ) {
    let moment = fourthMoment.mean(of: batch)
    self.steps = steps
    modes = stride(from: 0, to: eigenvalues.count, by: 4).map { first in
      var lambda = SIMD4<Double>.zero
      for lane in 0..<min(4, eigenvalues.count - first) { lambda[lane] = eigenvalues[first + lane] }
      return Mode(
        lambda: lambda, alphaLambda: steps.alpha * lambda, betaLambda: steps.beta * lambda,
        local: lambda * (moment.square * lambda + moment.own), trace: moment.trace * lambda,
        noise: lambda * (variance / Double(batch)))
    }
    moments = stride(from: 0, to: start.count, by: 4).map { first in
      var block = Moments()
      for lane in 0..<min(4, start.count - first) { block.w[lane] = start[first + lane] }
      block.a = block.w
      block.d = block.w
      return block
    }
    coupling = Vector.dot(eigenvalues, start)
  }

  /// The expected excess risk of x_t.
  var risk: Double {
    let scale = Double(step + 1)
    return 0.5 * coupling / (scale * scale)
  }

  /// The expected excess risk of the average of x₀ … x_t with weights 1 … t + 1.
  var averageRisk: Double {
    var sum = SIMD4<Double>.zero
    for (mode, moment) in zip(modes, moments) { sum += mode.lambda * moment.a }
    let weight = 0.5 * Double(step + 1) * Double(step + 2)
    return 0.5 * sum.sum() / (weight * weight)
  }

  /// Goes on to a step; nothing happens if it is reached already.
  /// - Complexity: O(dimension) a step, no allocation.
  mutating func advance(to target: Int) {
    if target <= step { return }
    let (alpha, beta) = (steps.alpha, steps.beta)
    modes.withUnsafeBufferPointer { modes in
      moments.withUnsafeMutableBufferPointer { moments in
        for t in step..<target {
          let scale = Double(t + 1) * Double(t + 1)
          var sum = SIMD4<Double>.zero
          for index in 0..<modes.count {
            Self.step(modes[index], &moments[index], alpha, beta, coupling: coupling, noiseScale: scale, &sum)
          }
          coupling = sum.sum()
        }
      }
    }
    step = target
  }

  @inline(__always)
  private static func step(
    _ mode: Mode, _ m: inout Moments, _ alpha: Double, _ beta: Double, coupling: Double, noiseScale: Double,
    _ sum: inout SIMD4<Double>
  ) {
    let cw = m.c + m.w
    let s = m.v + m.c + cw
    let noise = mode.local * s + mode.trace * coupling + noiseScale * mode.noise
    let v = s - 2 * mode.betaLambda * s + (beta * beta) * noise
    let w = m.w - 2 * mode.alphaLambda * cw + (alpha * alpha) * noise
    let c = cw - mode.betaLambda * cw - mode.alphaLambda * s + (alpha * beta) * noise
    let bd = m.b + m.d
    let b = bd - mode.betaLambda * bd
    let d = m.d - mode.alphaLambda * bd
    let next = v + 2 * c + w
    m.a += 2 * (b + d) + next
    m.b = b + v + c
    m.d = d + c + w
    (m.v, m.w, m.c) = (v, w, c)
    sum += mode.lambda * next
  }
}
