import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

@Suite struct TwoLayerReLUTests {
  private func network(_ scale: Double = 0.7) -> SparseFeatures.TwoLayerReLU {
    var random = RandomSource(seed: 11, stream: "net")
    return .init(weights: random.normals(15), output: random.normals(5), scale: scale)
  }

  private func value(_ w: [Double], _ a: [Double], _ x: [Double], _ scale: Double = 0.7) -> Double {
    scale * a.indices.reduce(0) { sum, j in sum + a[j] * max(0, x.indices.reduce(0) { $0 + x[$1] * w[$1 * a.count + j] }) }
  }

  private func step(_ network: inout SparseFeatures.TwoLayerReLU, _ x: [Double], _ y: Double, _ size: Double) {
    x.withUnsafeBufferPointer { network.step($0, y, stepSize: size) }
  }

  /// One step against central differences of (h − y)², and the values against the definition.
  @Test func stepFollowsTheGradient() {
    let start = network()
    let x = [0.4, -1.2, 0.9]
    #expect(abs(start.values(Matrix([x]))[0] - value(start.weights, start.output, x)) < 1e-14)
    var moved = start
    step(&moved, x, 0.3, 0.05)
    func loss(_ w: [Double], _ a: [Double]) -> Double {
      let residual = value(w, a, x) - 0.3
      return residual * residual
    }
    for index in 0..<15 {
      var (up, down) = (start.weights, start.weights)
      up[index] += 1e-6
      down[index] -= 1e-6
      let slope = (loss(up, start.output) - loss(down, start.output)) / 2e-6
      #expect(abs(moved.weights[index] - (start.weights[index] - 0.05 * slope)) < 1e-9)
    }
    for index in 0..<5 {
      var (up, down) = (start.output, start.output)
      up[index] += 1e-6
      down[index] -= 1e-6
      let slope = (loss(start.weights, up) - loss(start.weights, down)) / 2e-6
      #expect(abs(moved.output[index] - (start.output[index] - 0.05 * slope)) < 1e-9)
    }
  }

  @Test func deadUnitsStayDead() {
    var network = SparseFeatures.TwoLayerReLU(weights: [-1, 1, -1, 1], output: [2, 3])
    step(&network, [1, 0.5], 5, 0.01)
    #expect(network.weights[0] == -1 && network.weights[2] == -1 && network.output[0] == 2)
    #expect(network.weights[1] != 1 && network.output[1] != 3)
  }

  @Test func jacobianOfTheFunction() {
    let start = network()
    let x = [0.4, -1.2, 0.9]
    let jacobian = start.jacobian(Matrix([x]))
    for column in 0..<20 {
      func moved(_ by: Double) -> Double {
        var (w, a) = (start.weights, start.output)
        if column < 15 { w[column] += by } else { a[column - 15] += by }
        return value(w, a, x)
      }
      #expect(abs(jacobian[0, column] - (moved(1e-6) - moved(-1e-6)) / 2e-6) < 1e-8)
    }
  }

  /// ∫|h″| of a function with kinks of known size, all inside the range of the data.
  @Test func slopeVariation() {
    let kinks = SparseFeatures.TwoLayerReLU(weights: [1, 1, -2, -0.1, -0.5, 0.2], output: [3, -1, 0.5])
    // Kinks at 0.1, 0.5 and 0.1; slopes change by 3·1 + 0.5·2 and by 1.
    #expect(abs(SparseFeatures.ReLUProblem.slopeVariation(kinks) - 5) < 1e-9)
  }

  @Test func dataOfThePaper() {
    let points = SparseFeatures.ReLUProblem.points
    #expect(abs(points[0] + 1.305) < 1e-12 && abs(points[11] - 1.445) < 1e-12 && points.count == 12)
    #expect(abs(SparseFeatures.ReLUProblem.targets[1] - 1.845) < 1e-12)
    let network = SparseFeatures.ReLUProblem.network(width: 50, from: RandomSource(seed: 1, stream: "n"))
    #expect(network.weights[0..<50].allSatisfy { abs($0) == 2.5 } && network.dimension == 2)
  }

  /// Linear in t/T, not in t/(fT): the peak for f = ½ is about 0.02, for f = 0.02 hardly above the start.
  @Test func warmUp() {
    let long = SparseFeatures.WarmUpSchedule(initial: 2e-4, fraction: 0.5, factor: 3, steps: 1000)
    #expect(long.stepSize(at: 0) == 2e-4 && abs(long.peak - 0.0201) < 1e-12)
    #expect(abs(long.stepSize(at: 500) - long.peak) < 1e-15 && abs(long.stepSize(at: 501) - 0.0067) < 1e-12)
    #expect(abs(long.stepSize(at: 250) - 2e-4 * (1 + 199 * 0.25)) < 1e-15)
    let short = SparseFeatures.WarmUpSchedule(initial: 2e-4, fraction: 0.02, factor: 2.5, steps: 1000)
    #expect(abs(short.peak - 2.28e-4) < 1e-15)
  }

  @Test func teacherAndStudent() {
    let problem = SparseFeatures.TeacherProblem(
      samples: 9, dimension: 3, units: 2, from: RandomSource(seed: 2, stream: "teacher"))
    #expect(problem.inputs.rows == 9 && problem.testTargets.count == 1000 && problem.targets.contains { $0 != 0 })
    // A teacher's unit has norm 1, so that its outputs are at most 2·‖x‖ here.
    for (i, target) in problem.targets.enumerated() { #expect(abs(target) <= 2 * Vector.norm(problem.inputs.row(i))) }
    // A student's output has the variance ‖x‖²/2, whatever its width.
    let inputs = Matrix(rows: 1, columns: 3, repeating: 2)
    for width in [10, 100] {
      let outputs = (0..<400).map { index in
        SparseFeatures.TeacherProblem.student(
          units: width, dimension: 3, from: RandomSource(seed: UInt64(index), stream: "student")
        ).values(inputs)[0]
      }
      #expect((4.5...7.5).contains(Statistics.variance(outputs)), "\(width)")
    }
  }
}
