import Experiments
import NumericalCore
import Tables
import Testing

@testable import Papers

@Suite struct ShallowParameterTests {
  @Test func everyScaleResolves() {
    for experiment in Shallow.paper.experiments {
      for scale in Scale.allCases {
        guard case .failure(let found) = experiment.resolve([:], scale: scale) else { continue }
        Issue.record("\(experiment.id): \(found)")
      }
    }
  }

  @Test(
    arguments: [
      ("linear-convergence", ["n": 1], "n"),
      ("linear-convergence", ["widths": .list([])], "widths"),
      ("linear-convergence", ["widths": 1_000_000, "n": 512], "2 GB"),
      ("linear-convergence", ["init": .text("xavier")], "xavier"),
      ("linear-convergence", ["step_factor": 0], "step_factor"),
      ("mean-twins", ["n": 7], "7 is odd"),
      ("digit-twins", ["n": 21], "21 is odd"),
      ("digits", ["n": 1298], "n"),
      ("attention-scaling", ["scaling": .list([.text("sqrt"), .text("log")])], "log"),
      ("exact-check", ["q": .list([1, 2, 3])], "q"),
      ("exact-check", ["loss_times": .list([11])], "steps = 10"),
    ] as [(String, [String: ParameterLiteral], String)])
  func refused(name: String, given: [String: ParameterLiteral], about: String) throws {
    let problems = try TestRun.problems("shallow-transformer/\(name)", given)
    #expect(problems.contains { $0.contains(about) }, "\(problems)")
  }

  @Test func smallestSizesRun() throws {
    let single: [String: ParameterLiteral] = ["d_s": 1, "d": 1, "widths": 2, "n": 2]
    for name in ["linear-convergence", "mean-twins", "init-speed", "attention-scaling", "limit-kernel"] {
      let given = name == "attention-scaling" || name == "limit-kernel" ? single : single.merging(["steps": 1]) { $1 }
      // A network of two neurons may be dead on all sequences, which is said rather than divided by.
      let tables = (0..<20).compactMap { seed in
        try? TestRun.tables("shallow-transformer/\(name)", given, replicate: .seed(seed))
      }
      #expect(!tables.isEmpty && tables[0].tables.allSatisfy { $0.table.rowCount > 0 })
    }
  }

  @Test func divergedRunsHaveNoLoss() throws {
    let given: [String: ParameterLiteral] = ["step_factor": 2, "widths": 2, "d": 2, "steps": 300, "n": 40]
    let runs = try (0..<5).flatMap {
      try TestRun.tables("shallow-transformer/linear-convergence", given, replicate: .seed($0)).rows("runs")
    }
    let diverged = runs.filter { $0["loss_ratio"]?.isNull == true }
    #expect(!diverged.isEmpty && diverged.count < runs.count)
    for run in diverged {
      #expect(run["monotone"] == false && run["bound_holds"] == false && run["kernel_drift"]?.isNull == true)
    }
  }

  /// Computed with independent code.
  @Test func exactCheck() throws {
    let rows = try TestRun.tables("shallow-transformer/exact-check", replicate: .single).rows("exact-check")
    func expect(_ scaling: String, _ quantity: String, _ expected: [Double]) {
      let values = rows.filter { $0.text("scaling") == scaling && $0.text("quantity") == quantity }
      #expect(values.count == expected.count)
      for (row, wanted) in zip(values, expected) { #expect(abs(row.number("value") - wanted) < 1e-8, "\(quantity)") }
    }
    expect("sqrt", "f", [0.54560189, 0.25638011, -0.03900467, -0.4396007])
    expect("inv", "f", [0.56375227, 0.28242315, 0.00266755, -0.45127538])
    expect("sqrt", "ntk_eig", [0.07384409, 0.14621009, 1.19673014, 6.42913305])
    expect("inv", "ntk_eig", [0.07446141, 0.14958479, 1.19039315, 6.3749733])
    expect("sqrt", "trace_Q", [0.04326929])
    expect("sqrt", "trace_K", [0.07997598])
    expect("inv", "trace_w", [5.86621148])
    expect("inv", "trace_V", [1.89809301])
    expect("sqrt", "loss", [0.24457099, 0.19507972, 0.06051814])
    expect("inv", "loss", [0.22241108, 0.17963102, 0.05704821])
    expect("", "limit_eig", [0.04250803, 0.10124693, 0.62878186, 2.92101201])
    let beta = rows.filter { $0.text("quantity") == "beta" && $0.text("scaling") == "sqrt" }.map { $0.number("value") }
    for i in 0..<3 { #expect(abs(Vector.sum(Array(beta[(3 * i)..<(3 * i + 3)])) - 1) < 1e-14) }
  }

  @Test func lossTimesAreTaken() throws {
    let given: [String: ParameterLiteral] = ["loss_times": .list([5, 0, 5]), "scaling": .text("inv")]
    let rows = try TestRun.tables("shallow-transformer/exact-check", given, replicate: .single).rows("exact-check")
    #expect(rows.filter { $0.text("quantity") == "loss" }.map { $0.number("item") } == [0, 5])
    #expect(!rows.contains { $0.text("scaling") == "sqrt" })
    let still = try TestRun.tables("shallow-transformer/exact-check", ["steps": 0], replicate: .single).rows(
      "exact-check")
    #expect(still.filter { $0.text("quantity") == "loss" }.count == 2)
  }

  /// Both factors start from the same draws: at the start they differ in the scores alone.
  @Test func scalingsShareDataAndDraws() throws {
    let given: [String: ParameterLiteral] = ["d_s": 1, "steps": 5, "widths": 16]
    let curves = try TestRun.tables("shallow-transformer/linear-convergence", given, replicate: .seed(0)).rows("curves")
    let losses = ["sqrt", "inv"].map { scaling in
      curves.filter { $0.text("scaling") == scaling }.map { $0.number("loss") }
    }
    #expect(losses[0] == losses[1] && losses[0].count == 6)
  }
}
