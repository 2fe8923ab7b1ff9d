import Testing

@testable import Learning

@Suite struct StepSizeScheduleTests {
  private func expect(_ schedule: StepSizeSchedule, _ values: [Int: Double], of total: Int = 100) {
    for (step, expected) in values {
      #expect(abs(schedule.stepSize(step, of: total) - expected) < 1e-14, "step \(step)")
    }
  }

  @Test func valuesAtKnotsAndBetween() {
    expect(.constant(0.3), [0: 0.3, 99: 0.3])
    expect(.oneCycle(peak: 2), [0: 0, 20: 1, 40: 2, 70: 1, 100: 0])
    expect(.piecewiseLinear([.init(0.1, 1), .init(0.3, 3), .init(0.5, 2)]), [0: 1, 10: 1, 20: 2, 30: 3, 40: 2.5, 50: 2, 90: 2])
    expect(.steps(initial: 1, factor: 0.1, places: [0.5, 0.75]), [49: 1, 50: 0.1, 74: 0.1, 75: 0.01])
    expect(.inverseSquareRoot(peak: 1, warmUpSteps: 4), [0: 0.25, 1: 0.5, 3: 1, 15: 0.5, 35: 1.0 / 3])
  }

  @Test func cosines() {
    expect(.cosine(peak: 2), [0: 2, 50: 1, 100: 0])
    expect(.cosine(peak: 2, warmUp: 0.2, final: 1), [0: 0, 10: 1, 20: 2, 60: 1.5, 100: 1])
  }
}
