import NumericalCore
import Tables
import Testing

@testable import Learning

@Suite struct TrainerTests {
  private static let inputs = GradientCheck.normal([40, 2])
  private static let random = RandomSource(seed: 8, stream: "training")

  /// Two classes on either side of a noisy line.
  private static var classes: Examples<Double> {
    let noise = GradientCheck.normal([40], "noise")
    return Examples(inputs, labels: (0..<40).map { inputs[$0, 0] + 0.5 * inputs[$0, 1] + noise[$0] > 0 ? 1 : 0 })
  }

  private static func perceptron() -> Network<Double> {
    Network<Double>(input: [2], random: random) {
      Dense(8, activation: .tanh)
      Dense(2)
    }
  }

  /// Gradient descent on whole batches ends at the solution of the normal equations.
  @Test func leastSquares() {
    let targets = (0..<40).map { 3 * TrainerTests.inputs[$0, 0] - 2 * TrainerTests.inputs[$0, 1] + 0.5 }
    var network = Network<Double>(input: [2], random: TrainerTests.random) { Dense(1) }
    let trainer = Trainer<Double>(
      TrainingOptions(epochs: 400, batchSize: 40, schedule: .constant(0.1)), optimiser: SGD(momentum: 0.5),
      loss: .squaredError)
    let result = trainer.train(
      &network, on: Examples(TrainerTests.inputs, targets: Tensor([40, 1], elements: targets)), random: TrainerTests.random)
    for (found, expected) in zip(network.parameters.elements, [3, -2, 0.5]) { #expect(abs(found - expected) < 1e-9) }
    #expect(result.outcome == .finished && result.steps == 400)
    #expect(result.epochs["accuracy"]?.numbers.allSatisfy(\.isNaN) == true)
  }

  /// Penalised logistic regression: gradient descent ends where Newton's method does.
  @Test func logisticRegression() {
    let signs = TrainerTests.classes.labels.map { 2 * $0 - 1 }
    let penalty = 0.1
    var newton = Tensor<Double>([2])
    func objective(_ w: Variable<Double>) -> Variable<Double> {
      let outputs = Variable(TrainerTests.inputs).linear(w.reshaped(to: [2, 1]))
      return outputs.logisticLosses(signs: signs).mean() + w.square().sum().scaled(by: penalty / 2)
    }
    for _ in 0..<20 {
      let gradient = Calculus.valueAndGradient(at: newton, of: objective).gradient
      let h = Calculus.hessian(at: newton, of: objective)
      let determinant = h[0, 0] * h[1, 1] - h[0, 1] * h[1, 0]
      newton[0] -= (h[1, 1] * gradient[0] - h[0, 1] * gradient[1]) / determinant
      newton[1] -= (h[0, 0] * gradient[1] - h[1, 0] * gradient[0]) / determinant
    }
    var network = Network<Double>(input: [2], random: TrainerTests.random) { Dense(1, bias: false) }
    let trainer = Trainer<Double>(
      TrainingOptions(epochs: 500, batchSize: 40, schedule: .constant(0.5)),
      optimiser: SGD(momentum: 0.5, weightDecay: penalty), loss: .logistic)
    _ = trainer.train(&network, on: Examples(TrainerTests.inputs, labels: signs), random: TrainerTests.random)
    #expect((network.parameters - newton).norm < 1e-9)
  }

  @Test func tablesAndDeterminism() {
    func train() -> (Network<Double>, TrainingResult) {
      var network = TrainerTests.perceptron()
      let options = TrainingOptions(
        epochs: 30, batchSize: 16, schedule: .cosine(peak: 0.05), clippingNorm: 5, evaluationInterval: 10)
      let result = Trainer<Double>(options, optimiser: Adam())
        .train(&network, on: TrainerTests.classes, testing: TrainerTests.classes, random: TrainerTests.random)
      return (network, result)
    }
    let (network, result) = train()
    let (again, repeated) = train()
    #expect(network.parameters == again.parameters && result.epochs == repeated.epochs)
    #expect(
      result.epochs.columnNames == ["epoch", "step", "step_size", "loss", "accuracy", "test_loss", "test_accuracy"])
    #expect(result.epochs.rowCount == 30 && result.steps == 90)
    let evaluated = (result.epochs["test_loss"]?.numbers ?? []).enumerated().filter { !$0.element.isNaN }.map(\.offset)
    #expect(evaluated == [9, 19, 29])
    let losses = result.epochs["loss"]?.numbers ?? []
    #expect(losses[29] < 0.6 * losses[0])
    let evaluation = network.evaluate(on: TrainerTests.classes, batchSize: 7)
    #expect(abs(evaluation.loss - (result.epochs["test_loss"]?.numbers[29] ?? .nan)) < 1e-14)
    #expect(evaluation.accuracy == result.epochs["test_accuracy"]?.numbers[29])
  }

  @Test func divergenceKeepsFiniteParameters() {
    var network = TrainerTests.perceptron()
    let trainer = Trainer<Double>(
      TrainingOptions(epochs: 200, batchSize: 40, schedule: .constant(1e200)), optimiser: SGD(), loss: .squaredError)
    let result = trainer.train(&network, on: TrainerTests.classes, random: TrainerTests.random)
    guard case .diverged(let step) = result.outcome else {
      Issue.record("ended with \(result.outcome)")
      return
    }
    #expect(step == result.steps && step < 10)
    #expect(network.parameters.isFinite)
  }

  @Test func batchesArePreparedAndStepsObserved() {
    var network = TrainerTests.perceptron()
    var seen: [TrainingProgress] = []
    var largest = 0.0
    let trainer = Trainer<Double>(
      TrainingOptions(epochs: 3, batchSize: 16, schedule: .oneCycle(peak: 0.1), dropsLast: true), optimiser: SGD(),
      prepare: { batch, network, random in
        largest = max(largest, network.parameters.map(.absolute).max())
        return Examples(batch.inputs + .normal(batch.inputs.shape, standardDeviation: 0.1, using: &random), labels: batch.labels)
      },
      observe: { progress, _ in
        seen.append(progress)
        return progress.step < 3
      })
    let result = trainer.train(&network, on: TrainerTests.classes, random: TrainerTests.random)
    #expect(result.outcome == .stopped(step: 3))
    #expect(seen.map(\.step) == [0, 1, 2, 3] && seen.map(\.epoch) == [0, 0, 1, 1])
    #expect(seen[0].totalSteps == 6 && largest > 0)
  }

  /// The first step of sharpness-aware descent uses the gradient at w + ρ·g/‖g‖.
  @Test func sharpnessAwareSteps() {
    let start = TrainerTests.perceptron()
    let all = TrainerTests.classes
    func gradient(_ network: Network<Double>) -> Tensor<Double> {
      var pass = network.evaluationPass()
      return network.valueAndGradient(at: all.inputs, pass: &pass) { $0.crossEntropy(all.labels) }.gradient
    }
    let plain = gradient(start)
    let uphill = start.with(parameters: start.parameters + plain.affine(0.1 / plain.norm))
    let expected = start.parameters - gradient(uphill).affine(0.3)
    var network = start
    let options = TrainingOptions(
      epochs: 1, batchSize: 40, schedule: .constant(0.3), sharpness: SharpnessAwareness(radius: 0.1))
    _ = Trainer<Double>(options, optimiser: SGD()).train(&network, on: all, random: TrainerTests.random)
    #expect((network.parameters - expected).norm < 1e-14)
  }
}
