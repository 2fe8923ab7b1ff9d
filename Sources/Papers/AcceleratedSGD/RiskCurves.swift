import Experiments
import NumericalCore

/// The exact expected excess risk of all four iterates at given steps, for any label noise: it is affine in σ².
struct RiskCurves {
  /// Steps between two looks at whether the run is still wanted.
  private static let stride = 4096

  private var signal: [RiskMethod: [Double]] = [:]
  private var noise: [RiskMethod: [Double]] = [:]

  /// - Parameters:
  ///   - start: the deviation x₀ − x*.
  ///   - times: ascending steps.
  ///   - withNoise: whether any noise level will be asked for beside 0.
  ///   - part: the part of the run's progress that this is.
  init(
    _ problem: StreamingRegression, steps: StepSizes, start: [Double], times: [Int], withNoise: Bool, batch: Int = 1,
    in context: RunContext, part: ClosedRange<Double> = 0...1
  ) throws {
    let middle = withNoise ? 0.5 * (part.lowerBound + part.upperBound) : part.upperBound
    signal = try Self.curves(
      problem, steps, start.map { $0 * $0 }, 0, batch, times, context, part.lowerBound...middle)
    if withNoise {
      let zeros = [Double](repeating: 0, count: start.count)
      noise = try Self.curves(problem, steps, zeros, 1, batch, times, context, middle...part.upperBound)
    }
  }

  /// The excess risk at the `index`-th of the times under label noise of standard deviation σ.
  func risk(_ method: RiskMethod, at index: Int, sigma: Double) -> Double {
    let clean = signal[method]?[index] ?? .nan
    return sigma == 0 ? clean : clean + sigma * sigma * (noise[method]?[index] ?? .nan)
  }

  private static func curves(
    _ problem: StreamingRegression, _ steps: StepSizes, _ start: [Double], _ variance: Double, _ batch: Int,
    _ times: [Int], _ context: RunContext, _ part: ClosedRange<Double>
  ) throws -> [RiskMethod: [Double]] {
    var accelerated = AcceleratedMoments(
      eigenvalues: problem.eigenvalues, fourthMoment: problem.fourthMoment, steps: steps, start: start,
      variance: variance, batch: batch)
    var descent = LeastSquaresMoments(
      eigenvalues: problem.eigenvalues, fourthMoment: problem.fourthMoment.mean(of: batch), stepSize: steps.gamma,
      noiseVariance: variance / Double(batch), start: start)
    var curves = Dictionary(uniqueKeysWithValues: RiskMethod.allCases.map { ($0, [Double]()) })
    for time in times {
      while accelerated.step < time {
        let next = min(time, accelerated.step + stride)
        accelerated.advance(to: next)
        descent.advance(to: next)
        try context.checkCancellation()
        let done = Double(next) / Double(times.last ?? 1)
        context.report(part.lowerBound + (part.upperBound - part.lowerBound) * done)
      }
      curves[.sgd]?.append(descent.risk)
      curves[.averagedSGD]?.append(descent.averageRisk)
      curves[.accelerated]?.append(accelerated.risk)
      curves[.averagedAccelerated]?.append(accelerated.averageRisk)
    }
    return curves
  }
}
