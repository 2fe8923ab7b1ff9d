import Experiments
import NumericalCore
import Tables

extension ShallowTransformer {
  /// Three initialisations at one step size, that of the largest kernel, He's.
  ///
  /// Mirrors the paper's comparison of LeCun, He and NTK initialisation.
  struct InitSpeed: Experiment {
    static let id = "shallow-transformer/init-speed"
    static let summary = "Loss under LeCun, He and NTK initialisation from the same draws and with the same step size."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 10)
    static let tables = [
      TableSchema(
        "runs", "One row a scaling and initialisation.",
        [
          ColumnSchema("scaling", .text, "sqrt or inv"), ColumnSchema("d_m", .integer, "width"),
          ColumnSchema("init", .text, "lecun, he or ntk"),
          ColumnSchema("alpha2", .real, #"$\alpha^2=\lambda_{\min}(FF^\top)$ at the start"#),
          ColumnSchema("loss_ratio", .real, #"$\ell_T/\ell_0$"#),
        ]),
      TableSchema(
        "curves", "One row a run and recorded iterate, at most 200 a run.",
        [
          ColumnSchema("scaling", .text, "sqrt or inv"), ColumnSchema("d_m", .integer, "width"),
          ColumnSchema("init", .text, "lecun, he or ntk"), ColumnSchema("t", .integer, "steps taken"),
          ColumnSchema("loss", .real, #"$\frac12\sum_n(f(X_n)-y_n)^2$"#),
        ]),
    ]

    @Parameter(EncoderSetup.n, range: .between(2, 512), default: 16) var n: Int
    @Parameter(EncoderSetup.length, range: .between(1, 1000), default: 4) var dS: Int
    @Parameter(EncoderSetup.dimension, range: .between(1, 2000), default: 16) var d: Int
    @Parameter(
      EncoderSetup.widths, range: EncoderSetup.widthRange, quick: [128], standard: [512], paper: [512, 2048])
    var widths: [Int]
    @Parameter(EncoderSetup.steps, range: .between(1, 1e6), quick: 200, standard: 300, paper: 400) var steps: Int
    @Parameter(EncoderSetup.initialisations, name: "init", range: EncoderSetup.choices, default: [.lecun, .he, .ntk])
    var initialisations: [GaussianInit]
    @Parameter(EncoderSetup.scaling, range: EncoderSetup.choices, default: [.sqrt, .inv]) var scaling: [ScoreScaling]

    func validate() -> [ParameterProblem] { EncoderSetup.problems(tokens: n * dS, widths: widths) }

    func run(in context: RunContext) throws -> ExperimentResult {
      var runs = TableBuilder(Self.tables[0].columns)
      var curves = TableBuilder(Self.tables[1].columns)
      let sequences = TokenSequences.gaussian(count: n, length: dS, dimension: d, from: context.random("data"))
      let count = widths.count * scaling.count * initialisations.count
      var done = 0
      for width in widths {
        let draws = EncoderWeights.standardNormal(width: width, dimension: d, from: context.random("weights \(width)"))
        for scaling in scaling {
          let stepSize = try TrainingStart(Encoder(draws, .he, scaling), sequences).stepSize()
          for initialisation in initialisations {
            let start = try TrainingStart(Encoder(draws, initialisation, scaling), sequences)
            var descent = start.descent
            let curve = try descent.run(
              steps: steps, stepSize: stepSize, in: context, part: EncoderSetup.part(done, of: count))
            done += 1
            let run: [Value] = [.text(scaling.rawValue), .integer(width), .text(initialisation.rawValue)]
            runs.append(row: run + [.real(start.alphaSquared), .real(finite: curve.ratio)])
            for t in curve.thinned { curves.append(row: run + [.integer(t), .real(finite: curve.losses[t])]) }
          }
        }
      }
      return ExperimentResult(["runs": runs.table, "curves": curves.table])
    }
  }
}
