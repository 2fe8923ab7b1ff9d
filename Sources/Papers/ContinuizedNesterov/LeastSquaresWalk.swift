import NumericalCore

/// One simulated run of the continuized method, or of SGD at rate 0.
struct LeastSquaresWalk {
  private let rate: Double
  private(set) var time = 0.0
  /// x − x* and z − x*.
  private(set) var x: [Double]
  private(set) var z: [Double]
  private var input: [Double]

  init(dimension: Int, rate: Double) {
    self.rate = rate
    x = [Double](repeating: 1 / Double(dimension).squareRoot(), count: dimension)
    z = x
    input = x
  }

  /// The closed-form flow: x and z move towards each other.
  mutating func flow(to end: Double) {
    if rate > 0 {
      let mixing = 0.5 * (1 - Elementary.exp(-2 * rate * (end - time)))
      for i in x.indices {
        let change = mixing * (z[i] - x[i])
        x[i] += change
        z[i] -= change
      }
    }
    time = end
  }

  /// A stochastic gradient step with a fresh input a.
  mutating func jump(
    _ deviations: [Double], stepSize: Double, secondStepSize: Double, _ random: inout RandomSource
  ) {
    random.fillNormals(&input)
    var product = 0.0
    for i in x.indices {
      input[i] *= deviations[i]
      product += input[i] * x[i]
    }
    for i in x.indices {
      x[i] -= stepSize * product * input[i]
      z[i] -= secondStepSize * product * input[i]
    }
  }
}
