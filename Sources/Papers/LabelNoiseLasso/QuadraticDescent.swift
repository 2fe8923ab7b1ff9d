import NumericalCore

/// A run of one descent θ ← θ ⊙ (1 − γg) on the loss ‖Xθ² − y‖²/(4n), told by log |θ| and β = θ².
///
/// Off the support β falls below 1e-80 and on to where a double ends. The state is therefore log |θ| at the last
/// checkpoint and the product p of the factors since, so that β = exp(2 log |θ|)·p² costs two multiplications a step and
/// the logarithms are taken once in 32 steps.
///
/// - Complexity: O(samples · features) a step for `gd`, `lngd` and `sgd-ln`, O(features) for `sgd`; no allocation.
struct QuadraticDescent {
  /// Largest log β of a run that has not diverged.
  static let divergenceLimit = 40.0
  private static let checkpointInterval = 32

  let problem: SparseRegression
  let algorithm: DescentAlgorithm
  /// γ.
  let stepSize: Double
  private let noiseDeviation: Double
  private var noiseSource: RandomSource
  private var sampleSource: RandomSource

  /// Steps taken.
  private(set) var step = 0
  /// Whether log β has exceeded 40 or is NaN; the run then stands still.
  private(set) var hasDiverged = false
  /// β, `[features]`.
  private(set) var beta: [Double]
  /// The sum over all steps so far of the label noise ξ, `[samples]`.
  private(set) var noiseSum: [Double]
  private var moments: RunningMoments
  private var logTheta: [Double]
  private var buffers: DescentBuffers

  /// - Parameters:
  ///   - stepSize: γ > 0.
  ///   - level: δ̄ = γδ/n > 0, which sets the variance δ of the label noise.
  ///   - start: β at step 0, `[features]`, all > 0.
  ///   - noise: gives the label noise, in order of steps and samples.
  ///   - samples: gives the sample of each step.
  init(
    _ problem: SparseRegression, algorithm: DescentAlgorithm, stepSize: Double, level: Double, start: [Double],
    noise: RandomSource, samples: RandomSource
  ) {
    self.problem = problem
    self.algorithm = algorithm
    self.stepSize = stepSize
    noiseDeviation = (level * Double(problem.samples) / stepSize).squareRoot()
    noiseSource = noise
    sampleSource = samples
    beta = start
    logTheta = start.map { 0.5 * Elementary.log($0) }
    noiseSum = [Double](repeating: 0, count: problem.samples)
    moments = RunningMoments(centre: start)
    buffers = DescentBuffers(samples: problem.samples, start: start)
  }

  /// log β, `[features]`, exact where β itself has underflowed.
  var logBeta: [Double] { logTheta.map { 2 * $0 } }
  /// The mean of β over the steps since `resetAverage()`, each counted before its update; NaN once diverged.
  var mean: [Double] { hasDiverged ? beta.map { _ in .nan } : moments.means }
  /// The standard deviation of β over the same steps; NaN once diverged.
  var standardDeviation: [Double] { hasDiverged ? beta.map { _ in .nan } : moments.standardDeviations }

  /// Forgets the steps so far in `mean` and `standardDeviation`.
  mutating func resetAverage() { moments = RunningMoments(centre: beta) }

  /// Replaces the label noise of the steps to come, for tests of single steps.
  mutating func takeStep(noise: [Double]) {
    for i in 0..<problem.samples { buffers.noise[i] = noise[i] }
    update()
    checkpoint()
  }

  /// Takes steps until `target` steps are done, or the run has diverged.
  mutating func advance(to target: Int) {
    while step < target && !hasDiverged {
      for _ in 0..<min(Self.checkpointInterval, target - step) {
        drawNoise()
        update()
      }
      checkpoint()
    }
    if hasDiverged { step = max(step, target) }
  }

  private mutating func drawNoise() {
    guard algorithm.hasLabelNoise else { return }
    let deviation = noiseDeviation
    buffers.noise.withUnsafeMutableBufferPointer { noise in
      noiseSource.fillNormals(noise)
      for i in 0..<noise.count { noise[i] *= deviation }
    }
    Vector.axpy(1, buffers.noise, into: &noiseSum)
  }

  /// One step with the noise at hand.
  private mutating func update() {
    let samples = Double(problem.samples)
    let design = problem.design
    switch algorithm {
    case .gd, .lngd:
      buffers.setResidual(targets: problem.targets)
      QuadraticKernels.addProduct(design, beta, into: &buffers.residual)
      QuadraticKernels.transposedProduct(design, buffers.residual, into: &buffers.gradient)
    case .sgdWithLabelNoise:
      let row = sampleSource.integer(below: problem.samples)
      buffers.setResidual(targets: nil)
      buffers.residual[row] += samples * QuadraticKernels.error(design, beta, problem.targets, row: row)
      QuadraticKernels.transposedProduct(design, buffers.residual, into: &buffers.gradient)
    case .sgd:
      let row = sampleSource.integer(below: problem.samples)
      let error = samples * QuadraticKernels.error(design, beta, problem.targets, row: row)
      QuadraticKernels.scaleRow(design, row, by: error, into: &buffers.gradient)
    }
    QuadraticKernels.multiplyUpdate(&beta, &buffers, &moments, rate: stepSize / samples)
    step += 1
  }

  /// Takes the logarithms of the factors since the last checkpoint, and looks for divergence.
  private mutating func checkpoint() {
    for k in logTheta.indices {
      logTheta[k] += Elementary.log(abs(buffers.product[k]))
      buffers.product[k] = 1
      buffers.base[k] = 2 * logTheta[k]
      if !(buffers.base[k] <= Self.divergenceLimit) { hasDiverged = true }
    }
    if hasDiverged {
      for k in beta.indices {
        beta[k] = .nan
        logTheta[k] = .nan
      }
      return
    }
    Elementary.exp(&buffers.base)
    for k in beta.indices { beta[k] = buffers.base[k] }
  }
}
