import Diagnostics
import NumericalCore
import Tables

/// Trains networks by steps along gradients of random batches.
///
///     let trainer = Trainer<Float>(
///       TrainingOptions(epochs: 30, batchSize: 128, schedule: .oneCycle(peak: 0.2)),
///       optimiser: SGD(momentum: 0.9, weightDecay: 5e-4))
///     let result = trainer.train(&network, on: Examples(train), testing: Examples(test), random: context.random("batches"))
///
/// - Determinism: the same bits for the same network, examples and random source.
public struct Trainer<Scalar: TensorScalar> {
  /// Makes the batch that is trained on from one of the data, such as adversarial examples for the network as it is.
  public typealias Preparation = (Examples<Scalar>, Network<Scalar>, inout RandomSource) -> Examples<Scalar>
  /// Is shown every step; ends the training by answering false.
  public typealias Observer = (TrainingProgress, Network<Scalar>) -> Bool

  public var options: TrainingOptions
  /// As it stands before the first step; every training begins with a copy.
  public var optimiser: any Optimiser<Scalar>
  public var loss: TrainingLoss<Scalar>
  public var prepare: Preparation?
  public var observe: Observer?

  public init(
    _ options: TrainingOptions, optimiser: any Optimiser<Scalar>, loss: TrainingLoss<Scalar> = .crossEntropy(),
    prepare: Preparation? = nil, observe: Observer? = nil
  ) {
    if options.epochs < 0 || options.batchSize < 1 || options.evaluationInterval < 1 {
      trap("\(options.epochs) epochs of batches of \(options.batchSize)")
    }
    self.options = options
    self.optimiser = optimiser
    self.loss = loss
    self.prepare = prepare
    self.observe = observe
  }

  /// Changes the network's parameters and state.
  ///
  /// - Parameters:
  ///   - examples: at least one, and at least a batch if the last is dropped.
  ///   - testing: evaluated after epochs.
  ///   - random: for the order of examples, dropout and the preparation of batches.
  public func train(
    _ network: inout Network<Scalar>, on examples: Examples<Scalar>, testing: Examples<Scalar>? = nil, random: RandomSource
  ) -> TrainingResult {
    var batches = BatchSequence(
      count: examples.count, size: min(options.batchSize, options.dropsLast ? Int.max : examples.count),
      sampling: .epochs(droppingLast: options.dropsLast), random: random.substream("batches"))
    var run = TrainingRun(self, random, stepsPerEpoch: batches.batchesPerEpoch, isTested: testing != nil)
    var outcome = TrainingOutcome.finished
    epochs: for epoch in 0..<options.epochs {
      run.beginEpoch(epoch, network)
      for _ in 0..<batches.batchesPerEpoch {
        if let end = run.step(&network, examples.selecting(batches.next())) {
          outcome = end
          break
        }
      }
      let isLast = epoch + 1 == options.epochs || outcome != .finished
      let isEvaluated = isLast || (epoch + 1) % options.evaluationInterval == 0
      run.endEpoch(isEvaluated ? testing.map { network.evaluate(on: $0, loss: loss) } : nil)
      if outcome != .finished { break epochs }
    }
    return TrainingResult(outcome: outcome, steps: run.steps, epochs: run.table)
  }
}
