import Experiments
import Learning
import NumericalCore
import Tables

extension FastAdversarialTraining {
  /// Trains networks by some methods at some radii, each from the same first weights, and measures them.
  struct Sweep {
    var methods: [TrainingMethod]
    var radii: [Double]
    var filters: Int
    var epochs: Int
    var largestStepSize: Double
    /// λ at a radius.
    var alignment: (Double) -> Double
    var attackSteps: Int
    var restarts: Int

    static let columns = [
      ColumnSchema("method", .text, "how the network was trained"),
      ColumnSchema("eps", .real, #"radius $\varepsilon$ of training and test"#),
      ColumnSchema("clean_acc", .real, "accuracy on the test images"),
      ColumnSchema("fgsm_acc", .real, "accuracy under one signed gradient step"),
      ColumnSchema("pgd_acc", .real, "accuracy under PGD"),
      ColumnSchema("cos_x_eta", .real, "mean cosine of the input gradients at an image and at a random point of its ball"),
      ColumnSchema("cos_fgsm_pgd", .real, "mean cosine of the perturbations of FGSM and PGD"),
      ColumnSchema("lin_err", .real, "mean squared deviation of the loss from linear between random points of the ball"),
      ColumnSchema("step_ms", .real, "not measured: results hold no times; those of the jobs are in build.json"),
      ColumnSchema("step_passes", .integer, "forward and backward passes of a training step"),
    ]

    func run(in context: RunContext) throws -> Table {
      var table = TableBuilder(Sweep.columns)
      let settings = radii.flatMap { radius in methods.map { (radius, $0) } }
      for (index, (radius, method)) in settings.enumerated() {
        var trainer = AdversarialTrainer(
          oneLayerNetwork(filters: filters, random: context.random("weights")), on: Digits.train, method: method,
          radius: radius, alignment: alignment(radius), batches: context.random("batches"),
          noise: context.random("noise"))
        let steps = epochs * trainer.stepsPerEpoch
        for step in 0..<steps {
          trainer.step(stepSize: triangularStepSize(step, of: steps, largest: largestStepSize))
          if step % 10 == 9 {
            try context.checkCancellation()
            context.report((Double(index) + Double(step) / Double(steps)) / Double(settings.count))
          }
        }
        let measures = RobustnessMeasures(
          trainer.network, on: Digits.test, radius: radius, steps: attackSteps, restarts: restarts,
          random: context.random("test"))
        table.append(
          .text(method.rawValue), .real(radius), .real(measures.cleanAccuracy), .real(measures.fgsmAccuracy),
          .real(measures.pgdAccuracy), .real(measures.gradientCosine), .real(measures.perturbationCosine),
          .real(measures.linearityError), .null, .integer(method.passes))
      }
      return table.table
    }
  }
}
