import Experiments
import NumericalCore
import Tables

extension LastIterateSGD {
  struct SourceCapacity: Experiment {
    static let id = "last-iterate-sgd/rates"
    static let summary =
      "Risk and exponents on a grid of source and capacity conditions, SGD against gradient descent (the source and capacity theorem)."
    static let tables = [
      TableSchema(
        "risk", "One row a problem, algorithm and step.",
        [
          ColumnSchema("a", .real, #"capacity exponent, $\lambda_i=i^{-a}$"#),
          ColumnSchema("b", .real, "source exponent, $c_i(0)=i^{-b}$"),
          ColumnSchema("algorithm", .text, "sgd, gd or avg-sgd"),
          ColumnSchema("t", .integer, "steps taken"),
          ColumnSchema("risk", .real, #"$\mathbb{E}f(\theta_t)$"#),
        ]),
      TableSchema(
        "exponents", "One row a problem and algorithm.",
        [
          ColumnSchema("a", .real, "capacity exponent"),
          ColumnSchema("b", .real, "source exponent"),
          ColumnSchema("algorithm", .text, "sgd or gd"),
          ColumnSchema("exponent", .real, "minus the slope of log risk against log step in the window"),
          ColumnSchema("predicted", .real, #"$\min\{(b+a-1)/a,2-1/a\}$ for sgd, $(b+a-1)/a$ for gd"#),
        ]),
    ]

    @Parameter("Dimension $d$, more than $T^{1/a}$ for clean exponents.", range: .between(2, 200_000), quick: 2000, standard: 5000, paper: 20_000)
    var d: Int
    @Parameter(
      "Number of steps $T$.", name: "T", range: .between(10, 1e7), quick: 10_000, standard: 30_000, paper: 100_000)
    var horizon: Int
    @Parameter(
      "Capacity exponents $a$.", range: ParameterRange(lower: 1, upper: 20, includesLower: false, count: 1...100), default: [1.5, 2, 3])
    var a: [Double]
    @Parameter("Source exponents $b$.", range: .between(0, 50).counting(1...100), default: [0, 1, 1.5, 2, 4])
    var b: [Double]
    @Parameter(#"Step size as $\gamma\operatorname{tr}H$."#, range: .positive, default: 0.5) var gammaTrace: Double
    @Parameter("First step of the window of the fits, which ends at $T$.", range: .atLeast(1), default: 1000)
    var fitFrom: Int
    @Parameter(RecordedTimes.help, range: .nonNegative, default: []) var times: [Int]

    private var recorded: [Int] {
      RecordedTimes.resolve(times, last: horizon, round: [1, 10, 100, 1000, horizon])
    }

    func validate() -> [ParameterProblem] {
      let problems = RecordedTimes.problems(times, last: horizon)
      if problems.isEmpty && recorded.filter({ $0 >= fitFrom }).count < 2 {
        return [.inconsistent("fit_from", "is \(fitFrom): fewer than two of the steps recorded are in the window")]
      }
      return problems
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var risks = TableBuilder(Self.tables[0].columns)
      var exponents = TableBuilder(Self.tables[1].columns)
      let times = recorded
      var done = 0
      for capacity in a {
        for source in b {
          let problem = PowerLawProblem(dimension: d, capacity: capacity, source: source)
          let gamma = gammaTrace / problem.trace
          let sgd = try descend(problem, gamma, times, context, from: Double(done) / Double(a.count * b.count))
          let gd = times.map { problem.gradientDescentRisk(stepSize: gamma, after: $0) }
          for (name, curve) in [("sgd", sgd.last), ("gd", gd), ("avg-sgd", sgd.average)] {
            for (time, risk) in zip(times, curve) {
              risks.append(.real(capacity), .real(source), .text(name), .integer(time), .real(finite: risk))
            }
          }
          let predicted = (
            sgd: PowerLawProblem.exponent(capacity: capacity, source: source),
            gd: PowerLawProblem.descentExponent(capacity: capacity, source: source)
          )
          for (name, curve, exponent) in [("sgd", sgd.last, predicted.sgd), ("gd", gd, predicted.gd)] {
            exponents.append(
              .real(capacity), .real(source), .text(name), .real(finite: -slope(times, curve)), .real(exponent))
          }
          done += 1
        }
      }
      return ExperimentResult(["risk": risks.table, "exponents": exponents.table])
    }

    private func descend(
      _ problem: PowerLawProblem, _ gamma: Double, _ times: [Int], _ context: RunContext, from fraction: Double
    ) throws -> (last: [Double], average: [Double]) {
      var moments = problem.moments(stepSize: gamma)
      var result: (last: [Double], average: [Double]) = ([], [])
      for time in times {
        while moments.step < time {
          moments.advance(to: min(time, moments.step + 1024))
          try context.checkCancellation()
        }
        context.report(fraction + Double(time) / Double(horizon * a.count * b.count))
        result.last.append(moments.risk)
        result.average.append(moments.averageRisk)
      }
      return result
    }

    private func slope(_ times: [Int], _ curve: [Double]) -> Double {
      let window = zip(times, curve).filter { $0.0 >= fitFrom && $0.1 > 0 && $0.1.isFinite }
      return Statistics.logLogSlope(window.map { Double($0.0) }, window.map(\.1))
    }
  }
}
