import Experiments
import NumericalCore
import Tables

extension ShallowTransformer {
  /// `linear-convergence` on handwritten digits cut in four patches, with the parity of the digit as label.
  ///
  /// Stands for the paper's one-layer vision transformer on MNIST.
  struct DigitsConvergence: Experiment {
    static let id = "shallow-transformer/digits"
    static let summary = "Loss, weights and kernel on image patches of handwritten digits, by width and scaling."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 5)
    static let tables = ConvergenceStudy.tables

    @Parameter("Images $N$, the first of the training digits.", range: .between(2, 1297), quick: 40, standard: 80, paper: 320)
    var n: Int
    @Parameter(
      Help.widths, range: Help.widthRange, quick: [128], standard: [128, 512], paper: [128, 512, 1024, 4096, 16384])
    var widths: [Int]
    @Parameter(Help.steps, range: .between(1, 1e6), quick: 300, standard: 600, paper: 2000) var steps: Int
    @Parameter(Help.initialisation, name: "init", default: .lecun) var initialisation: GaussianInit
    @Parameter(Help.scaling, range: Help.choices, default: [.sqrt, .inv]) var scaling: [ScoreScaling]
    @Parameter(Help.stepFactor, range: .between(1e-6, 2), default: 0.5) var stepFactor: Double

    func validate() -> [ParameterProblem] { Help.problems(tokens: 4 * n, widths: widths) }

    func run(in context: RunContext) throws -> ExperimentResult {
      let study = ConvergenceStudy(
        widths: widths, scalings: scaling, initialisation: initialisation, steps: steps, stepFactor: stepFactor)
      return try study.run(TokenSequences.digits(count: n), in: context)
    }
  }
}
