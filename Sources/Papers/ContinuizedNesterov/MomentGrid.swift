/// The steps of the integration, with the coefficients at their ends and middles, shared by all modes.
///
/// They are made some hundreds at a time, so that memory does not grow with the last time.
struct MomentGrid {
  /// η, η′ and γ′ at a time.
  struct Coefficients {
    var mixing: Double
    var mixingBack: Double
    var stepSize: Double

    init(rate: Double, time: Double) {
      mixing = rate > 0 ? rate : 2 / time
      mixingBack = rate > 0 ? rate : 0
      stepSize = rate > 0 ? 1 / rate : 0.5 * time
    }
  }

  private struct Step {
    var length: Double
    var start: Coefficients
    var middle: Coefficients
    var end: Coefficients
    /// The times asked for that the step ends at.
    var records: Range<Int>
  }

  private static let chunk = 512

  private let rate: Double
  private let times: [Double]
  private let largestStep: Double
  private var time: Double
  private var next = 0
  private var steps: [Step] = []

  /// - Parameters:
  ///   - times: ascending, > 0; each is the end of a step.
  ///   - start: where the convex equations, singular at 0, begin.
  init(_ problem: DiagonalQuadratic, times: [Double], start: Double, largestStep: Double) {
    rate = problem.rate
    self.times = times
    self.largestStep = largestStep
    time = problem.rate > 0 ? 0 : min(start, 0.1 * (times.first ?? 1))
  }

  /// Makes the next steps; false if there are no more.
  mutating func fill() -> Bool {
    steps.removeAll(keepingCapacity: true)
    while next < times.count && steps.count < Self.chunk {
      let target = times[next]
      let first = next
      var length = rate > 0 ? largestStep : min(largestStep, 0.2 * time)
      // A last step a hair short of the time is lengthened to it.
      if time + length * (1 + 1e-9) >= target {
        length = target - time
        while next < times.count && times[next] == target { next += 1 }
      }
      steps.append(
        Step(
          length: length, start: .init(rate: rate, time: time), middle: .init(rate: rate, time: time + 0.5 * length),
          end: .init(rate: rate, time: time + length), records: first..<next))
      time = next > first ? target : time + length
    }
    return !steps.isEmpty
  }

  /// Integrates four modes over the steps at hand, and hands out Eξ² at the recorded times.
  @inline(__always)
  func integrate(_ block: ModeBlock, _ state: inout ModeMoments, record: (Int, SIMD4<Double>) -> Void) {
    var s = state
    steps.withUnsafeBufferPointer { steps in
      for step in steps {
        let h = step.length
        let k1 = block.derivative(s, step.start)
        let k2 = block.derivative(s.advanced(by: 0.5 * h, along: k1), step.middle)
        let k3 = block.derivative(s.advanced(by: 0.5 * h, along: k2), step.middle)
        let k4 = block.derivative(s.advanced(by: h, along: k3), step.end)
        s = s.advanced(by: h / 6, along: k1).advanced(by: h / 3, along: k2)
          .advanced(by: h / 3, along: k3).advanced(by: h / 6, along: k4)
        for index in step.records { record(index, s.xx) }
      }
    }
    state = s
  }
}
