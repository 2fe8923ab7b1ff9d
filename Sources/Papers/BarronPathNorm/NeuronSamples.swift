import NumericalCore

/// Noisy samples of a single neuron at uniform points of the sphere, and noiseless ones to test on.
struct NeuronSamples {
  let inputs: Matrix
  let targets: [Double]
  let testInputs: Matrix
  let testTargets: [Double]

  init(_ neuron: SingleNeuron, samples: Int, tests: Int, noise: Double, random: RandomSource) {
    var random = random
    let dimension = neuron.direction.count
    inputs = SingleNeuron.inputs(samples, dimension: dimension, from: &random)
    let errors = random.normals(samples)
    targets = zip(neuron.values(inputs), errors).map { $0 + noise * $1 }
    testInputs = SingleNeuron.inputs(tests, dimension: dimension, from: &random)
    testTargets = neuron.values(testInputs)
  }
}
