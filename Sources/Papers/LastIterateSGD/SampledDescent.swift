import NumericalCore

/// One run of SGD on interpolating least squares with Gaussian inputs, as δ = θ − θ* in the eigenbasis, and its average.
struct SampledDescent {
  private let eigenvalues: [Double]
  private let deviations: [Double]
  private let stepSize: Double
  private var random: RandomSource
  private var delta: [Double]
  private var sum: [Double]
  private var input: [Double]
  private(set) var step = 0

  init(_ problem: PowerLawProblem, stepSize: Double, random: RandomSource) {
    eigenvalues = problem.eigenvalues
    deviations = eigenvalues.map { $0.squareRoot() }
    self.stepSize = stepSize
    self.random = random
    delta = problem.start.map { $0.squareRoot() }
    sum = delta
    input = delta
  }

  /// Goes on to a step.
  mutating func advance(to target: Int) {
    while step < target {
      random.fillNormals(&input)
      deviations.withUnsafeBufferPointer { deviations in
        input.withUnsafeMutableBufferPointer { input in
          delta.withUnsafeMutableBufferPointer { delta in
            sum.withUnsafeMutableBufferPointer { sum in
              var product = 0.0
              for i in 0..<delta.count {
                input[i] *= deviations[i]
                product += input[i] * delta[i]
              }
              product *= stepSize
              for i in 0..<delta.count {
                delta[i] -= product * input[i]
                sum[i] += delta[i]
              }
            }
          }
        }
      }
      step += 1
    }
  }

  var risk: Double { weighted(delta) }
  var averageRisk: Double { weighted(sum) / (Double(step + 1) * Double(step + 1)) }

  private func weighted(_ vector: [Double]) -> Double {
    var total = 0.0
    for i in vector.indices { total += eigenvalues[i] * vector[i] * vector[i] }
    return 0.5 * total
  }
}
