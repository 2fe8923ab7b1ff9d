import Learning

/// Memory held while the perceptron trains for long: it must not grow.
enum LongTraining {
  static func report() {
    var network = Networks.perceptron()
    var optimiser = SGD<Float>(momentum: 0.9)
    let batches = Training.flatBatches()
    var done = 0
    for steps in [1000, 10_000, 100_000] {
      _ = Training.train(&network, &optimiser, batches, steps: steps - done, stepSize: 0.01)
      done = steps
      let memory = ResidentMemory.megabytes.map { "\(($0 * 10).rounded() / 10) MB" } ?? "not known"
      print("resident memory after \(steps) training steps: \(memory)")
    }
  }
}
