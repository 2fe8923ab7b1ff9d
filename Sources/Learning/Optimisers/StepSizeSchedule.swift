import Diagnostics
import NumericalCore

/// Step sizes over a run; places are shares of it, from 0 at the first step to 1 after the last.
public enum StepSizeSchedule: Sendable, Hashable {
  /// A place and the step size there.
  public struct Knot: Sendable, Hashable {
    public var place: Double
    public var stepSize: Double

    public init(_ place: Double, _ stepSize: Double) {
      self.place = place
      self.stepSize = stepSize
    }
  }

  case constant(Double)
  /// From 0 to `peak` linearly over `warmUp`, then down to `final` along half a cosine.
  /// - Source: Loshchilov & Hutter, "SGDR" (2017), equation 5, without restarts.
  case cosine(peak: Double, warmUp: Double = 0, final: Double = 0)
  /// Linear between knots, constant before the first and after the last.
  case piecewiseLinear([Knot])
  /// `initial` times `factor` for every place passed.
  case steps(initial: Double, factor: Double, places: [Double])
  /// `peak`·t/warmUp up to step t = `warmUpSteps`, then `peak`·√(warmUp/t), t counted from 1.
  /// - Source: Vaswani et al., "Attention is all you need" (2017), equation 3.
  case inverseSquareRoot(peak: Double, warmUpSteps: Int)

  /// From 0 to `peak` linearly, then back to 0: one cycle.
  /// - Source: Smith & Topin, "Super-convergence" (2018), as used by Wong, Rice & Kolter, "Fast is better than free" (2020).
  public static func oneCycle(peak: Double, at place: Double = 0.4) -> StepSizeSchedule {
    .piecewiseLinear([Knot(0, 0), Knot(place, peak), Knot(1, 0)])
  }

  /// The size of step `step` of `total`, counted from 0.
  public func stepSize(_ step: Int, of total: Int) -> Double {
    if step < 0 || total < 1 { trap("step \(step) of \(total)") }
    let place = Double(step) / Double(total)
    switch self {
    case .constant(let size): return size
    case .cosine(let peak, let warmUp, let final):
      if place < warmUp { return peak * place / warmUp }
      let share = warmUp < 1 ? (place - warmUp) / (1 - warmUp) : 1
      return final + (peak - final) * (1 + StepSizeSchedule.cosine(share)) / 2
    case .piecewiseLinear(let knots): return StepSizeSchedule.interpolate(knots, place)
    case .steps(let initial, let factor, let places):
      return places.reduce(initial) { place >= $1 ? $0 * factor : $0 }
    case .inverseSquareRoot(let peak, let warmUpSteps):
      let (t, start) = (Double(step + 1), Double(max(warmUpSteps, 1)))
      return t < start ? peak * t / start : peak * (start / t).squareRoot()
    }
  }

  private static func interpolate(_ knots: [Knot], _ place: Double) -> Double {
    guard let first = knots.first, let last = knots.last else { trap("a schedule without knots") }
    if place <= first.place { return first.stepSize }
    for (a, b) in zip(knots, knots.dropFirst()) where place < b.place {
      return a.stepSize + (b.stepSize - a.stepSize) * (place - a.place) / (b.place - a.place)
    }
    return last.stepSize
  }

  /// cos(π·share) by the tensors' kernel, which gives the same bits everywhere.
  private static func cosine(_ share: Double) -> Double { Tensor<Double>(scalar: .pi * share).map(.cosine).scalar }
}
