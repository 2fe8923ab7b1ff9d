import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

private typealias Paper = RobustOverfitting

@Suite struct OverfittedClassifierTests {
  /// One wrong label at (0.8, 0.5), where the truth is +1: who is wrong depends on the distance alone.
  @Test func oneWrongLabel() {
    let classifier = Paper.OverfittedClassifier(
      Paper.ClassificationProblem(dimension: 2, margin: 0.05), points: [0.8, 0.5, 0.1, 0.5], isFlipped: [true, false],
      radius: 0.02)
    func errors(at distance: Double) -> [Int] {
      let errors = classifier.errors(at: [0.8 + 0.3 * distance, 0.5 - distance])
      return [errors.clean, errors.robust, errors.reaching, errors.touching, errors.base]
    }
    #expect(errors(at: 0) == [1, 1, 1, 1, 0])
    #expect(errors(at: 0.0199) == [1, 1, 1, 1, 0])
    #expect(errors(at: 0.0221) == [0, 1, 1, 1, 0])
    #expect(errors(at: 0.0399) == [0, 1, 1, 1, 0])
    // On the ramp, which decides up to almost its foot.
    #expect(errors(at: 0.0415) == [0, 1, 0, 1, 0])
    #expect(errors(at: 0.0421) == [0, 0, 0, 0, 0])
    #expect(classifier.trainingErrors == 0)
  }

  /// Bumps of different labels that overlap cannot both be right everywhere; of one label they can.
  @Test func overlappingBumps() {
    func trainingErrors(_ isFlipped: [Bool]) -> Int {
      Paper.OverfittedClassifier(
        Paper.ClassificationProblem(dimension: 1, margin: 0.05), points: [0.8, 0.83], isFlipped: isFlipped, radius: 0.02
      ).trainingErrors
    }
    #expect(trainingErrors([true, false]) > 0)
    #expect(trainingErrors([true, true]) == 0 && trainingErrors([false, false]) == 0)
  }

  /// Points near the boundary are wrong under attack without any bump.
  @Test func attacksOnTheBase() {
    let classifier = Paper.OverfittedClassifier(
      Paper.ClassificationProblem(dimension: 1, margin: 0), points: [0.9], isFlipped: [false], radius: 0.01)
    let errors = classifier.errors(at: [0.491, 0.489, 0.509, 0.511])
    #expect(errors.base == 2 && errors.robust == 2 && errors.clean == 0)
  }

  @Test(arguments: 1...3) func theGridOfAttacks(dimension: Int) {
    let grid = Paper.OffsetGrid(dimension: dimension, radius: 0.5)
    let offsets = (0..<grid.count).map { Array(grid.offsets[($0 * dimension)..<(($0 + 1) * dimension)]) }
    #expect(Set(offsets).count == [5, 25, 125][dimension - 1])
    #expect(offsets[0].allSatisfy { $0 == 0 })
    #expect(offsets.allSatisfy { $0.allSatisfy { [-0.5, -0.25, 0, 0.25, 0.5].contains($0) } })
  }

  @Test(arguments: [(1, 50), (2, 10), (3, 5)]) func gridPointsKeepApart(_ dimension: Int, _ q: Int) {
    let problem = Paper.ClassificationProblem(dimension: dimension, margin: 0.05)
    var random = RandomSource(seed: 1, stream: "grid")
    let coordinates = problem.jitteredGrid(q, using: &random)
    let points = stride(from: 0, to: coordinates.count, by: dimension).map { Array(coordinates[$0..<($0 + dimension)]) }
    for (i, a) in points.enumerated() {
      #expect(a.withUnsafeBufferPointer { abs(problem.base($0)) } >= 0.05)
      for b in points[..<i] {
        #expect(zip(a, b).map { abs($0 - $1) }.max()! >= 0.6 / Double(q) - 1e-12)
      }
    }
  }

  /// What the claims say, on other cases than theirs.
  @Test(arguments: 0..<2) func theTheorem(seed: Int) throws {
    let result = try TestRun.run(
      Paper.BumpClassifier.self,
      [
        "d": .list([1, 2, 4]), "q": .list([20, 6, 3]), "delta": .list([.real(0.004), .real(0.02), .real(0.027)]),
        "tau": .list([0, .real(0.5)]), "n_test": 2000,
      ], replicate: .seed(seed))
    let rows = result.rows("errors")
    #expect(rows.count == 6)
    for row in rows {
      #expect(row.number("adv_train_error") == 0 && row.number("robust_error_base") == 0)
      #expect(row.number("robust_low") <= row.number("robust_error"))
      #expect(row.number("robust_error") <= row.number("robust_high"))
      #expect(row.number("n_parameters") == row.number("n") * (12 * row.number("d") + 2))
      if row.number("tau") == 0 {
        #expect(row.number("robust_error") == 0 && row.number("flipped") == 0)
      } else {
        let ratio = row.number("robust_error") / row.number("pred_robust")
        #expect((0.4...2).contains(ratio), "\(row)")
        #expect(row.number("clean_error") < row.number("robust_error"))
      }
    }
  }

  @Test func theSharedRunShowsPoints() throws {
    let points = try TestRun.run(Paper.BumpClassifier.self, replicate: .shared(firstSeed: 0))["points"]
    let first = try TestRun.run(Paper.BumpClassifier.self, replicate: .seed(0)).rows("errors")
      .first { $0.number("d") == 2 && $0.number("tau") > 0 }
    #expect(points?.rowCount == first.map { Int($0.number("n")) })
    #expect(points?.numbers("flipped").reduce(0, +) == first?.number("flipped"))
  }
}
