import NumericalCore
import Tables

/// The state of one training.
struct TrainingRun<Scalar: TensorScalar> {
  private let trainer: Trainer<Scalar>
  private var optimiser: any Optimiser<Scalar>
  private var preparation: RandomSource
  private let dropout: RandomSource
  private let totalSteps: Int
  private let isTested: Bool
  private(set) var steps = 0
  private var epoch = 0
  private var stepSize = 0.0
  /// Sums over the examples of the epoch so far.
  private var (loss, correct, seen, hasLabels) = (0.0, 0, 0, false)
  /// Finite parameters and the state that goes with them, to return to.
  private var lastFinite: (parameters: Tensor<Scalar>, state: Tensor<Scalar>)?
  private var builder: TableBuilder

  init(_ trainer: Trainer<Scalar>, _ random: RandomSource, stepsPerEpoch: Int, isTested: Bool) {
    self.trainer = trainer
    self.isTested = isTested
    optimiser = trainer.optimiser
    preparation = random.substream("preparation")
    dropout = random.substream("dropout")
    totalSteps = max(1, stepsPerEpoch * trainer.options.epochs)
    let schema: [ColumnSchema] = [
      .init("epoch", .integer), .init("step", .integer), .init("step_size", .real), .init("loss", .real),
      .init("accuracy", .real),
    ]
    builder = TableBuilder(schema + (isTested ? [.init("test_loss", .real), .init("test_accuracy", .real)] : []))
  }

  var table: Table { builder.table }

  mutating func beginEpoch(_ epoch: Int, _ network: Network<Scalar>) {
    self.epoch = epoch
    (loss, correct, seen) = (0, 0, 0)
    if network.parameters.isFinite { lastFinite = (network.parameters, network.state) }
  }

  /// One step; how the training ends if it ends here.
  mutating func step(_ network: inout Network<Scalar>, _ examples: Examples<Scalar>) -> TrainingOutcome? {
    let options = trainer.options
    let batch = trainer.prepare?(examples, network, &preparation) ?? examples
    stepSize = options.schedule.stepSize(steps, of: totalSteps)
    let (state, outputs, value, gradientThere) = gradient(network, batch)
    var gradient = gradientThere
    let norm = options.clippingNorm.map { gradient.clip(norm: $0) } ?? gradient.norm
    guard value.isFinite && norm.isFinite else {
      if !network.parameters.isFinite, let lastFinite {
        (network.parameters, network.state) = (lastFinite.parameters, lastFinite.state)
      }
      return .diverged(step: steps)
    }
    optimiser.update(&network.parameters, gradient: gradient, stepSize: stepSize)
    network.state = state
    record(Double(value), outputs, batch)
    steps += 1
    guard let observe = trainer.observe else { return nil }
    let progress = TrainingProgress(
      epoch: epoch, step: steps - 1, totalSteps: totalSteps, stepSize: stepSize, loss: Double(value))
    return observe(progress, network) ? nil : .stopped(step: steps - 1)
  }

  /// The mean loss of a batch, its gradient (at a perturbed place if training is sharpness-aware), the outputs, and the state
  /// after the pass.
  private func gradient(
    _ network: Network<Scalar>, _ batch: Examples<Scalar>
  ) -> (state: Tensor<Scalar>, outputs: Tensor<Scalar>, value: Scalar, gradient: Tensor<Scalar>) {
    func compute(
      _ network: Network<Scalar>
    ) -> (state: Tensor<Scalar>, outputs: Tensor<Scalar>, value: Scalar, gradient: Tensor<Scalar>) {
      var pass = network.trainingPass(dropout.substream(steps))
      var outputs = Tensor<Scalar>([0])
      let (value, gradient) = network.valueAndGradient(at: batch.inputs, pass: &pass) { logits in
        outputs = logits.value
        return trainer.loss.values(logits, batch).mean()
      }
      return (pass.state, outputs, value, gradient)
    }
    var result = compute(network)
    if let sharpness = trainer.options.sharpness {
      // The running moments are those of the unperturbed pass.
      var moved = network
      moved.parameters.add(sharpness.perturbation(of: network.parameters, gradient: result.gradient))
      result.gradient = compute(moved).gradient
    }
    return result
  }

  private mutating func record(_ value: Double, _ outputs: Tensor<Scalar>, _ batch: Examples<Scalar>) {
    loss += value * Double(batch.count)
    seen += batch.count
    hasLabels = !batch.labels.isEmpty
    correct += outputs.correctCount(batch.labels)
  }

  mutating func endEpoch(_ evaluation: Evaluation?) {
    let accuracy = hasLabels && seen > 0 ? Double(correct) / Double(seen) : Double.nan
    let mean = seen > 0 ? loss / Double(seen) : .nan
    var row: [Value] = [.integer(epoch + 1), .integer(steps), .real(stepSize), .real(mean), .real(accuracy)]
    if isTested { row += [.real(evaluation?.loss ?? .nan), .real(evaluation?.accuracy ?? .nan)] }
    builder.append(row: row)
  }
}
