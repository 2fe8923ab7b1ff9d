import NumericalCore

/// Draws inputs a and standard normal label noise.
struct InputSampler {
  private let problem: StreamingRegression
  private let deviations: [Double]
  /// Sums of the probabilities, for the one-hot design.
  private let cumulative: [Double]
  private var random: RandomSource
  private(set) var input: [Double]

  init(_ problem: StreamingRegression, random: RandomSource) {
    self.problem = problem
    self.random = random
    deviations = problem.eigenvalues.map { $0.squareRoot() }
    var total = 0.0
    cumulative = problem.eigenvalues.map { total += $0; return total }
    input = [Double](repeating: 0, count: problem.dimension)
  }

  /// Fills `input` and returns the noise.
  mutating func next() -> Double {
    switch problem.design {
    case .gaussian:
      random.fillNormals(&input)
      for i in input.indices { input[i] *= deviations[i] }
    case .onehot:
      for i in input.indices { input[i] = 0 }
      let uniform = random.uniform() * cumulative[cumulative.count - 1]
      var (low, high) = (0, cumulative.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if uniform < cumulative[middle] { high = middle } else { low = middle + 1 }
      }
      input[low] = 1
    }
    return random.normal()
  }
}
