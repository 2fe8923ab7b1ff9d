import NumericalCore
import Testing

@testable import Papers

@Suite struct WorstCaseAscentTests {
  private typealias Ascent = SharpnessGeneralization.WorstCaseAscent<Double>

  @Test func checkpointsOfTwentyIterations() {
    #expect(Ascent.checkpoints(20) == [5, 9, 12, 14, 16, 18, 19, 20])
  }

  @Test func linearFunctionsReachTheDualNorm() {
    let slope = Tensor<Double>(vector: [3, -4, 0, 12])
    func objective(_ u: Tensor<Double>) -> (value: Double, gradient: Tensor<Double>) { (Tensor.dot(slope, u), slope) }
    let box = Ascent(ball: .linf, radius: 0.1).maximise(from: Tensor([4]), objective)
    #expect(box.start == 0 && abs(box.best - 0.1 * 19) < 1e-12)
    let ball = Ascent(ball: .l2, radius: 0.1).maximise(from: Tensor([4]), objective)
    #expect(ball.start == 0 && abs(ball.best - 0.1 * 13) < 1e-12)
  }

  /// ⟨g, u⟩ − ½·100·‖u‖² is largest inside of the ball, where steps must shrink: at g/100, with the value ‖g‖²/200.
  @Test func stepsShrinkTowardsAnInnerMaximum() {
    let slope = Tensor<Double>(vector: [3, -4])
    func objective(_ u: Tensor<Double>) -> (value: Double, gradient: Tensor<Double>) {
      (Tensor.dot(slope, u) - 50 * Tensor.dot(u, u), slope - 100 * u)
    }
    for ball in [Ascent.Ball.linf, .l2] {
      let found = Ascent(ball: ball, radius: 1).maximise(from: Tensor([2]), objective)
      #expect(found.best > 0.11 && found.best <= 0.125)
    }
  }

  @Test func nothingIsFoundAtAMaximum() {
    func objective(_ u: Tensor<Double>) -> (value: Double, gradient: Tensor<Double>) { (-Tensor.dot(u, u), -2 * u) }
    for ball in [Ascent.Ball.linf, .l2] {
      let found = Ascent(ball: ball, radius: 1).maximise(from: Tensor([3]), objective)
      #expect(found.start == 0 && found.best == 0)
    }
  }
}
