import Experiments
import NumericalCore
import Tables

extension SGDSparseFeatures {
  /// The runs behind `diagonal-network` and `noise-origin`: several schedules on one problem, with the same samples in
  /// the same order.
  struct DiagonalRecord {
    static let columns = [
      ColumnSchema("schedule", .text, "how the network is trained"), ColumnSchema("t", .integer, "steps taken"),
      ColumnSchema("train_loss", .real, #"$\frac1{2n}\|X\beta-y\|^2$; missing where the run has diverged"#),
      ColumnSchema("test_risk", .real, #"$\frac12\|\beta-\beta_*\|^2$"#), ColumnSchema("l1", .real, #"$\|\beta\|_1$"#),
      ColumnSchema("n_large", .integer, #"coordinates with $|\beta_k|>10^{-3}$"#),
      ColumnSchema("jacobian_rank", .integer, "rank of the Jacobian; missing where it is not computed"),
    ]
    static let help = "Steps between two ranks of the Jacobian; 0: at the end only."
    private static let recordEvery = 200
    private static let largeCoefficient = 1e-3

    let problem: DiagonalProblem
    let probe: JacobianProbe
    /// 0: the rank is computed at the end only.
    let rankEvery: Int

    init(samples: Int, dimension: Int, sparsity: Int, rankEvery: Int, in context: RunContext) {
      problem = .gaussian(samples: samples, dimension: dimension, sparsity: sparsity, from: context.random("data"))
      probe = JacobianProbe(dimension: dimension, from: context.random("fresh inputs"))
      self.rankEvery = rankEvery
    }

    /// Sizes that are fine one by one but not together.
    static func problems(samples: Int, dimension: Int, sparsity: Int) -> [ParameterProblem] {
      if samples >= dimension {
        return [.inconsistent("n", "\(samples) samples for d = \(dimension) unknowns: n < d")]
      }
      if sparsity > dimension { return [.inconsistent("r", "\(sparsity) coordinates of d = \(dimension)")] }
      return []
    }

    func run(_ schedules: [DiagonalSchedule], in context: RunContext) throws -> Table {
      var table = TableBuilder(Self.columns)
      for (index, schedule) in schedules.enumerated() {
        try run(schedule, into: &table, context)
        context.report(Double(index + 1) / Double(schedules.count))
      }
      return table.table
    }

    private func run(
      _ schedule: DiagonalSchedule, into table: inout TableBuilder, _ context: RunContext
    ) throws {
      var descent = DiagonalNetworkDescent(problem)
      var (samples, noise) = (context.random("samples"), context.random("label noise"))
      var nextRank = 0
      for step in 0...schedule.steps {
        if step % Self.recordEvery == 0 || step == schedule.steps {
          try context.checkCancellation()
          let isLast = step == schedule.steps
          let isRanked = isLast || (rankEvery > 0 && step >= nextRank)
          if isRanked { nextRank = step + rankEvery }
          if try !append(descent, schedule.name, step, isRanked, to: &table) || isLast { return }
        }
        let size = schedule.stepSize(at: step)
        if schedule.isFullBatch {
          descent.fullStep(stepSize: size)
        } else {
          let deviation = schedule.noise(at: step)
          descent.step(
            sample: samples.integer(below: descent.sampleCount), stepSize: size,
            noise: deviation == 0 ? 0 : deviation * noise.normal())
        }
      }
    }

    /// - Returns: whether the run goes on: it has not diverged.
    private func append(
      _ descent: DiagonalNetworkDescent, _ name: String, _ step: Int, _ isRanked: Bool, to table: inout TableBuilder
    ) throws -> Bool {
      let beta = descent.coefficients
      let loss = problem.trainingLoss(beta)
      guard loss <= SGDSparseFeatures.divergedLoss else {
        table.append(.text(name), .integer(step), .null, .null, .null, .null, .null)
        return false
      }
      table.append(
        .text(name), .integer(step), .real(loss), .real(problem.risk(beta)), .real(Vector.l1Norm(beta)),
        .integer(beta.count { abs($0) > Self.largeCoefficient }),
        isRanked ? .integer(try probe.rank(descent.u, descent.v)) : .null)
      return true
    }
  }
}
