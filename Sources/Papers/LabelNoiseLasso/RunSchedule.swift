import Experiments
import NumericalCore

/// When a run is looked at, and how it is driven there.
enum RunSchedule {
  /// Steps between two looks at whether the run is still wanted.
  private static let stride = 4096

  /// 0, about 60 log-spaced steps, and the last.
  static func recordedSteps(_ steps: Int) -> [Int] {
    if steps < 2 { return Array(0...max(0, steps)) }
    let spaced = Vector.logarithmicallySpaced(from: 1, through: Double(steps), count: 60).map { Int($0.rounded()) }
    return spaced.reduce(into: [0]) { steps, next in if next > steps[steps.count - 1] { steps.append(next) } }
  }

  /// Advances a run to a step, reporting progress as the part `within` of the experiment.
  static func advance(
    _ run: inout QuadraticDescent, to target: Int, of total: Int, in context: RunContext,
    within part: ClosedRange<Double> = 0...1
  ) throws {
    while run.step < target {
      run.advance(to: min(target, run.step + stride))
      try context.checkCancellation()
      let done = Double(run.step) / Double(max(total, 1))
      context.report(part.lowerBound + (part.upperBound - part.lowerBound) * done)
    }
  }

  /// The part of the work that is job `index` of `count` equal ones.
  static func part(_ index: Int, of count: Int) -> ClosedRange<Double> {
    Double(index) / Double(count)...Double(index + 1) / Double(count)
  }
}
