import Experiments
import Learning
import NumericalCore
import Tables

extension CovariateShiftKernels {
  /// Images whose law is tilted by 2Φ(c·z) along their first principal component z, as the shift of test points.
  struct DigitsTilt: Experiment {
    static let id = "covariate-shift-kernels/digits-tilt"
    static let summary =
      "Weighted kernel ridge regression on images of digits, tested on a tilt along their first principal component."
    static let tables = [
      TableSchema(
        "errors", "One row a weighting and ridge.",
        [
          ColumnSchema("weighting", .text, "none or iw (importance weights)"),
          ColumnSchema("lambda", .real, #"ridge $\lambda$"#),
          ColumnSchema("mse", .real, "weighted mean of the squared error on the test labels"),
          ColumnSchema("variance", .real, "what label noise would add, under the test law"),
        ])
    ]

    @Parameter("The images: digits (built in), or your copy of mnist or cifar10.", default: .digits)
    var data: ImageChoice
    @Parameter("Folder of the files of mnist or cifar10, below the notebook's.", default: "data") var folder: String
    @Parameter("Number of training images $n$, the first ones.", range: .between(2, 5000), default: 1297) var n: Int
    @Parameter("Number of test images, the first ones.", range: .between(1, 10_000), default: 500) var nTest: Int
    @Parameter(
      #"Ridges $\lambda$."#, range: .between(1e-10, 1e6), default: [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1])
    var lambda: [Double]
    @Parameter("Strength $c$ of the tilt.", range: .between(-1e6, 1e6), default: 3) var c: Double
    @Parameter(#"Standard deviation $\sigma$ of the label noise."#, range: .nonNegative, default: 0.5) var sigma: Double

    var dataFiles: [String] { data.files.map { folder.isEmpty ? $0 : folder + "/" + $0 } }

    func validate() -> [ParameterProblem] {
      guard data == .digits else { return [] }
      var found: [ParameterProblem] = []
      if n > Digits.trainCount {
        found.append(.inconsistent("n", "\(n): there are \(Digits.trainCount) digits to train on"))
      }
      if nTest > Digits.testCount {
        found.append(.inconsistent("n_test", "\(nTest): there are \(Digits.testCount) digits to test on"))
      }
      return found
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let sources = try dataFiles.map { FileBytes(name: $0, bytes: try context.data($0)) }
      let images = try data.images(sources)
      let tilt = try PrincipalTilt(
        training: images.training.first(n).matrix, test: images.test.first(nTest).matrix, strength: c)
      func signs(_ images: ImageDataset, _ count: Int) -> [Double] {
        images.labels.prefix(count).map { Double(DigitLabelling.size.sign(of: $0)) }
      }
      let (labels, testLabels) = (signs(images.training, n), signs(images.test, nTest))
      let scale = PrincipalTilt.meanSquaredNorm
      let kernel = InnerProductKernel.exp
      let gram = kernel.matrix(tilt.training, tilt.training, scale: scale)
      let tests = KernelTests(
        cross: kernel.matrix(tilt.test, tilt.training, scale: scale), probabilities: tilt.testProbabilities)
      for (index, weighting) in Weighting.allCases.enumerated() {
        let weights = weighting == .iw ? tilt.weights : [Double](repeating: 1, count: n)
        for (step, ridge) in lambda.enumerated() {
          try context.checkCancellation()
          context.report((Double(index) + Double(step) / Double(lambda.count)) / 2)
          let fit = try WeightedRidge(gram: gram, weights: weights, ridge: ridge)
          table.append(
            .text(weighting.rawValue), .real(ridge),
            .real(tests.meanSquaredError(fit.coefficients(labels), targets: testLabels)),
            .real(sigma * sigma * fit.noiseGain(tests)))
        }
      }
      return ExperimentResult(["errors": table.table])
    }
  }
}
