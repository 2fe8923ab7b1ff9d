import Experiments
import NumericalCore
import Tables

extension SGDSparseFeatures {
  /// Two-layer networks trained on the labels of a smaller one, with a small step and with a large one that decays.
  struct TeacherStudent: Experiment {
    static let id = "sgd-sparse-features/teacher-student"
    static let summary =
      "Small and large steps for a two-layer student of a two-layer teacher (figure on teacher and student)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 1)
    static let tables = [
      TableSchema(
        "path", "One row a schedule and recorded step.",
        [
          schedule, ColumnSchema("t", .integer, "steps taken"),
          ColumnSchema("train_loss", .real, #"$\frac1n\sum_i(h(x_i)-y_i)^2$; missing where the run has diverged"#),
          ColumnSchema("test_loss", .real, "the same on 1000 fresh inputs"),
        ]),
      TableSchema(
        "end", "One row a schedule, after the last step.",
        [
          schedule, ColumnSchema("train_loss", .real, "training loss"), ColumnSchema("test_loss", .real, "test loss"),
          ColumnSchema("sparsity", .real, #"feature sparsity coefficient at $\rho=0.99$"#),
          ColumnSchema("kept_units", .integer, "units that it keeps"),
        ]),
    ]
    private static let schedule = ColumnSchema("schedule", .text, "small or large step")
    private static let threshold = 0.99
    private static let decay = 4.0

    @Parameter("Training inputs $n$.", range: .between(1, 100_000), default: 15) var n: Int
    @Parameter("Dimension $d$.", range: .between(1, 1000), default: 2) var d: Int
    @Parameter("Units of the teacher.", range: .between(1, 1000), default: 3) var teacher: Int
    @Parameter("Units of the student.", range: .between(1, 5000), default: 20) var student: Int
    @Parameter("The small step size.", range: .positive, default: 0.13) var smallEta: Double
    @Parameter(
      "The large step size, divided by 4 when it decays.", range: .positive, quick: 0.3, standard: 0.3, paper: 0.455)
    var eta: Double
    @Parameter("Fraction of the steps after which the large step decays.", range: .strictlyBetween(0, 1), default: 0.5)
    var f: Double
    @Parameter("Steps $T$.", name: "T", range: .between(1, 1e8), default: 14_126) var steps: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      var (path, end) = (TableBuilder(Self.tables[0].columns), TableBuilder(Self.tables[1].columns))
      let problem = TeacherProblem(samples: n, dimension: d, units: teacher, from: context.random("teacher"))
      for name in ["small", "large"] {
        guard let network = try train(name, problem, &path, context) else {
          end.append(.text(name), .null, .null, .null, .null)
          continue
        }
        let sparsity = FeatureSparsity(network.features(problem.inputs), threshold: Self.threshold)
        end.append(
          .text(name), .real(network.loss(problem.inputs, problem.targets)),
          .real(network.loss(problem.testInputs, problem.testTargets)), .real(sparsity.coefficient),
          .integer(sparsity.keptUnits))
      }
      return ExperimentResult(["path": path.table, "end": end.table])
    }

    private func stepSize(_ name: String, at t: Int) -> Double {
      if name == "small" { return smallEta }
      return Double(t) < f * Double(steps) ? eta : eta / Self.decay
    }

    /// The trained student; nil if it has diverged.
    private func train(
      _ name: String, _ problem: TeacherProblem, _ table: inout TableBuilder, _ context: RunContext
    ) throws -> TwoLayerReLU? {
      var network = TeacherProblem.student(units: student, dimension: d, from: context.random("student"))
      var samples = context.random("samples")
      let recordEvery = max(1, steps / 100)
      for t in 0...steps {
        if t % recordEvery == 0 || t == steps {
          try context.checkCancellation()
          let loss = network.loss(problem.inputs, problem.targets)
          guard loss < 1e12 else {
            table.append(.text(name), .integer(t), .null, .null)
            return nil
          }
          table.append(
            .text(name), .integer(t), .real(loss), .real(network.loss(problem.testInputs, problem.testTargets)))
        }
        if t == steps { break }
        let i = samples.integer(below: problem.targets.count)
        problem.inputs.withUnsafeRow(i) { network.step($0, problem.targets[i], stepSize: stepSize(name, at: t)) }
      }
      return network
    }
  }
}
