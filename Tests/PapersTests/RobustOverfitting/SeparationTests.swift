import Experiments
import Learning
import NumericalCore
import Testing

@testable import Papers

private typealias Paper = RobustOverfitting

@Suite struct SeparationTests {
  @Test func pointsOnTheLine() throws {
    let table = try #require(
      TestRun.run(
        Paper.SeparationThreshold.self,
        [
          "points": .list([0, .real(0.1), .real(0.25), .real(0.5)]), "labels": .list([1, -1, 1, -1]),
          "delta": .list([.real(0.04), .real(0.05), .real(0.06), .real(0.08), .real(0.13)]),
        ], replicate: .single)["threshold"])
    // At 0.05 there is a tie, which is a conflict.
    #expect(table.numbers("min_adv_train_error") == [0, 0.25, 0.25, 0.25, 0.5])
    #expect(table.numbers("min_inter_class_distance") == [0.1, 0.1, 0.1, 0.1, 0.1])
  }

  /// Against the largest conflict-free subset, found by trying all.
  @Test(arguments: 0..<20) func smallSets(seed: Int) {
    var random = RandomSource(seed: UInt64(seed), stream: "points")
    let count = 9
    let points = Paper.LabelledPoints(
      dimension: 2, coordinates: (0..<(2 * count)).map { _ in random.uniform() },
      labels: (0..<count).map { _ in random.bernoulli() ? 1 : -1 })
    let graph = Paper.ConflictGraph(points)
    for radius in [0.05, 0.15, 0.3] {
      let conflicts = (0..<count).flatMap { i in
        (0..<i).filter {
          points.labels[i] != points.labels[$0] && points.distance(i, to: $0, of: points) <= 2 * radius
        }.map { (i, $0) }
      }
      let largest = (0..<(1 << count)).filter { set in
        conflicts.allSatisfy { set >> $0.0 & 1 == 0 || set >> $0.1 & 1 == 0 }
      }.map(\.nonzeroBitCount).max()!
      #expect(abs(graph.leastError(radius: radius) - Double(count - largest) / Double(count)) < 1e-12)
    }
  }

  @Test func oneClassHasNoConflicts() throws {
    let table = try #require(
      TestRun.run(
        Paper.SeparationThreshold.self, ["points": .list([0, 0]), "labels": .list([1, 1]), "delta": 1],
        replicate: .single)["threshold"])
    #expect(table.numbers("min_adv_train_error") == [0])
    #expect(table.numbers("min_inter_class_distance")[0].isNaN)
  }

  /// Computed with independent code.
  @Test func digits() throws {
    let table = try #require(TestRun.run(Paper.SeparationThreshold.self, replicate: .single)["threshold"])
    let counts = table.numbers("min_adv_train_error").map { ($0 * 1297).rounded() }
    #expect(counts == [0, 0, 1, 8, 8, 26, 146, 306])
    #expect(table.numbers("min_inter_class_distance").allSatisfy { $0 == 0.4375 })
  }

  /// The bound δ‖w‖₁ is reached at a corner of the ball.
  @Test func ridgeClassifier() throws {
    let data = Paper.LabelledPoints(Digits.train[0..<200], .parity)
    let ridge = 0.05
    let classifier = try Paper.RidgeClassifier(data, ridge: ridge)
    // The gradient of the penalised squares vanishes.
    let residuals = zip(classifier.margins(data), data.labels).map { ($0 - 1) * Double($1) }
    for j in [10, 30, 43] {
      let slope = residuals.indices.reduce(0.0) { $0 + residuals[$1] * data.coordinates[$1 * 64 + j] }
      #expect(abs(slope + ridge * 200 * classifier.weights[j]) < 1e-9)
    }
    #expect(abs(residuals.reduce(0, +) + ridge * 200 * classifier.bias) < 1e-9)
    let label = Double(data.labels[0])
    let attacked = Paper.LabelledPoints(
      dimension: 64,
      coordinates: (0..<64).map { data.coordinates[$0] - label * 0.1 * (classifier.weights[$0] < 0 ? -1 : 1) },
      labels: [data.labels[0]])
    #expect(abs(classifier.margins(attacked)[0] - (classifier.margins(data)[0] - 0.1 * classifier.steepness)) < 1e-12)
  }

  /// Computed with independent code.
  @Test func memorising() throws {
    let table = try #require(TestRun.run(Paper.DigitsMemorise.self, replicate: .single)["memorise"])
    #expect(table.numbers("n_bumps") == [247, 648, 1210, 1295])
    #expect(table.numbers("train_robust") == [0, 0, 0, 0])
    for (column, expected) in [
      ("base_train_robust", [0.1904, 0.4996, 0.9329, 0.9985]), ("base_test_robust", [0.304, 0.528, 0.916, 0.998]),
      ("test_robust_upper", [0.304, 0.528, 0.916, 0.998]), ("test_clean_upper", [0.138, 0.138, 0.138, 0.138]),
    ] {
      #expect(zip(table.numbers(column), expected).allSatisfy { abs($0 - $1) < 1e-4 }, "\(column)")
    }
  }

  /// Where the radius is too large for the classes, bumps of the other label get in the way.
  @Test func memorisingBeyondTheThreshold() throws {
    let table = try #require(
      TestRun.run(Paper.DigitsMemorise.self, ["delta": .list([.real(0.21), .real(0.3)])], replicate: .single)[
        "memorise"])
    #expect(table.numbers("train_robust")[0] == 0)
    #expect(table.numbers("train_robust")[1] > 26.0 / 1297)
  }
}
