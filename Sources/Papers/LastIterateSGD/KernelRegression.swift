import Experiments
import NumericalCore
import Tables

extension LastIterateSGD {
  struct KernelRegression: Experiment {
    static let id = "last-iterate-sgd/kernel"
    static let summary =
      "One pass of kernel regression on noiseless samples of the circle, in the spaces of periodic splines (the kernel reading of the theorems)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 5)
    static let tables = [
      TableSchema(
        "kernel", "One row a kernel, target and step.",
        [
          ColumnSchema("s", .integer, "order of the kernel"),
          ColumnSchema("target", .text, "B2, B4, or csv for own samples"),
          ColumnSchema("t", .integer, "samples seen"),
          ColumnSchema("mc_risk", .real, "mean over the runs of half the mean squared error"),
          ColumnSchema("exact_risk", .real, "its expectation; empty for own samples"),
        ], seedIndex: 2)
    ]
    /// Frequencies of the recursion, beyond which the risk is below its rounding.
    private static let frequencies = 20_000
    /// Midpoints of the quadrature of the risk.
    private static let quadrature = 512

    @Parameter("Orders $s$ of the kernels.", range: .between(1, 2).counting(1...100), default: [1, 1, 2, 2]) var s: [Int]
    @Parameter("Targets, one for each kernel: B2 or B4.", default: [.b2, .b4, .b4, .b2]) var target: [SmoothTarget]
    @Parameter("Step size as $\\gamma k(0)$, below 2, the limit of stability.", range: .strictlyBetween(0, 2), default: 0.5)
    var gammaTrace: Double
    @Parameter("Number of samples $T$.", name: "T", range: .between(1, 100_000), quick: 800, standard: 2000, paper: 2000)
    var horizon: Int
    @Parameter("Independent runs a seed.", range: .between(1, 100_000), default: 20) var replicas: Int
    @Parameter(
      "CSV file of own samples with the columns x, from 0 to 1, and y, in place of the targets: four fifths are learnt from, at most $T$, the rest measures the risk.",
      default: "")
    var csv: String
    @Parameter(RecordedTimes.help, range: .nonNegative, default: []) var times: [Int]

    var dataFiles: [String] { csv.isEmpty ? [] : [csv] }

    func validate() -> [ParameterProblem] {
      var problems = RecordedTimes.problems(times, last: horizon)
      if csv.isEmpty && target.count != s.count {
        problems.append(
          .inconsistent("target", "has \(target.count) elements: must have one for each of the \(s.count) kernels in s"))
      }
      return problems
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let sample = csv.isEmpty ? nil : try CircleSample(csv: context.data(csv), path: csv)
      let last = min(horizon, sample?.trainingCount ?? horizon)
      let times = RecordedTimes.resolve(times, last: last, round: [10, 30, 100, 300, 800, last]).filter { $0 <= last }
      for (index, order) in s.enumerated() {
        let kernel = SplineKernel(order: order)
        let gamma = gammaTrace / kernel.trace
        let name = sample == nil ? target[index].rawValue : "csv"
        var risks = [Double](repeating: 0, count: times.count)
        let source = context.random("samples \(index)")
        for replica in 0..<replicas {
          var random = source.substream(replica)
          let curve =
            try sample.map { try learn($0, kernel, gamma, times, &random, context) }
            ?? learn(target[index], kernel, gamma, times, &random, context)
          for position in times.indices { risks[position] += curve[position] / Double(replicas) }
          context.report((Double(index) + Double(replica + 1) / Double(replicas)) / Double(s.count))
        }
        let exact = sample == nil ? try expectation(target[index], kernel, gamma, times, context) : []
        for (position, time) in times.enumerated() {
          table.append(
            .integer(order), .text(name), .integer(time), .real(finite: risks[position]),
            exact.isEmpty ? .null : .real(finite: exact[position]))
        }
      }
      return ExperimentResult(["kernel": table.table])
    }

    private func learn(
      _ target: SmoothTarget, _ kernel: SplineKernel, _ gamma: Double, _ times: [Int], _ random: inout RandomSource,
      _ context: RunContext
    ) throws -> [Double] {
      let points = (0..<Self.quadrature).map { (Double($0) + 0.5) / Double(Self.quadrature) }
      var run = OnlineKernelRun(
        kernel, stepSize: gamma, capacity: times.last ?? 0, points: points, values: points.map(target.value))
      return try times.map { time in
        while run.step < time {
          let x = random.uniform()
          run.learn(x, target.value(x))
        }
        try context.checkCancellation()
        return run.risk
      }
    }

    private func learn(
      _ sample: CircleSample, _ kernel: SplineKernel, _ gamma: Double, _ times: [Int], _ random: inout RandomSource,
      _ context: RunContext
    ) throws -> [Double] {
      let (x, y) = sample.split(&random)
      let training = sample.trainingCount
      var run = OnlineKernelRun(
        kernel, stepSize: gamma, capacity: times.last ?? 0, points: Array(x[training...]), values: Array(y[training...]))
      return try times.map { time in
        while run.step < time { run.learn(x[run.step], y[run.step]) }
        try context.checkCancellation()
        return run.risk
      }
    }

    /// cₘ ← cₘ(1 − 2γλₘ) + 2γ²λₘ Σ λⱼcⱼ, cosine and sine of a frequency together.
    private func expectation(
      _ target: SmoothTarget, _ kernel: SplineKernel, _ gamma: Double, _ times: [Int], _ context: RunContext
    ) throws -> [Double] {
      var moments = LeastSquaresMoments(
        eigenvalues: kernel.eigenvalues(Self.frequencies), fourthMoment: .circle, stepSize: gamma,
        start: target.start(kernel, count: Self.frequencies), averaging: false)
      return try times.map { time in
        while moments.step < time {
          moments.advance(to: min(time, moments.step + 256))
          try context.checkCancellation()
        }
        return moments.risk
      }
    }
  }
}
