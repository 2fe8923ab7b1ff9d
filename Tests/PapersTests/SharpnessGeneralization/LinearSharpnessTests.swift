import Experiments
import NumericalCore
import Testing

@testable import Papers

@Suite struct LinearSharpnessTests {
  private typealias Room = SharpnessGeneralization

  @Test func oneExampleByHand() throws {
    // ⟨w, x⟩ = 3, ‖w‖ = 5, ‖x‖ = 1, ρ = 0.2: log(1 + e⁻²) − log(1 + e⁻³).
    let result = try TestRun.tables(
      "sharpness-generalization/linear-sharpness",
      ["x": .list([.real(1), .real(0)]), "y": .list([.real(1)]), "w": .list([.real(3), .real(4)]), "rho": .real(0.2)],
      replicate: .single)
    let value = result.rows("sharpness")[0].number("sharpness")
    #expect(abs(value - (0.126928011042973 - 0.048587351573742)) < 1e-14)
  }

  @Test func theWorstCaseIsWithinTheBall() {
    var random = RandomSource(seed: 1, stream: "points")
    let model = Room.LogisticSharpness(inputs: random.normalMatrix(rows: 6, columns: 4), labels: [1, -1, 1, -1, 1, 1])
    let weights = random.normals(4)
    #expect(model.sharpness(weights, radius: 0) == 0)
    let small = model.sharpness(weights, radius: 0.1)
    #expect(small > 0 && small < model.sharpness(weights, radius: 0.2))
  }

  @Test func largeMarginsDoNotOverflow() {
    let model = Room.LogisticSharpness(inputs: Matrix(rows: 1, columns: 1, elements: [1000]), labels: [-1])
    // Margin −10⁶: the loss is linear there, and rises by r·‖x‖.
    #expect(abs(model.sharpness([1000], radius: 0.5) / 5e5 - 1) < 1e-12)
    #expect(model.error([1000]) == 1 && model.error([-1]) == 0)
  }

  @Test func perfectOrderOfTiedStepSizesIsBelowOne() throws {
    // 12 networks at 6 step sizes: the ties lower τ-b to √(60/66).
    let a = (0..<12).map { ParameterLiteral.integer($0) }
    let b = (0..<12).map { ParameterLiteral.integer($0 / 2) }
    let row = try TestRun.tables(
      "sharpness-generalization/rank-correlation", ["a": .list(a), "b": .list(b)], replicate: .single
    ).rows("correlation")[0]
    #expect(abs(row.number("tau_b") - (60.0 / 66).squareRoot()) < 1e-12)
    #expect(row.number("spearman") > 0.98 && row.number("spearman") < 1)
  }

  @Test func unequalListsAreRefused() throws {
    let found = try TestRun.problems(
      "sharpness-generalization/rank-correlation", ["a": .list([.real(1), .real(2), .real(3)])])
    #expect(found == ["parameter 'b': has 4 elements: must have 3, as many as a"])
    #expect(
      try TestRun.problems("sharpness-generalization/linear-sharpness", ["y": .list([.real(0.5), .real(1)])]).count == 1)
    #expect(try TestRun.problems("sharpness-generalization/linear-sharpness", ["x": .list([.real(1)])]).count == 1)
    #expect(try TestRun.problems("sharpness-generalization/diagonal-sharpness", ["n": .integer(3)]).count == 1)
    #expect(try TestRun.problems("sharpness-generalization/diagonal-network", ["sparsity": .integer(81)]).count == 1)
    #expect(try TestRun.problems("sharpness-generalization/from-scratch", ["ns": .integer(1298)]).count == 1)
  }

  @Test func divergenceIsSaid() {
    // One example of 400 dimensions has a curvature of 400, too much for the step.
    #expect(throws: UnsolvableProblem.self) {
      try TestRun.tables(
        "sharpness-generalization/diagonal-network",
        ["n": .integer(1), "d": .integer(400), "steps": .integer(1000), "n_alpha": .integer(2)], replicate: .seed(0))
    }
  }

  @Test func everyScaleResolves() {
    for experiment in Room.paper.experiments {
      for scale in Scale.allCases {
        if case .failure(let found) = experiment.resolve([:], scale: scale) { Issue.record("\(experiment.id): \(found)") }
      }
    }
  }
}
