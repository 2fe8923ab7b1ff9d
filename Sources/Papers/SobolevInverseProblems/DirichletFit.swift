import NumericalCore

extension SobolevInverseProblems {
  /// The ridgeless solution of the problem on the unit interval from one draw of points and noise.
  struct DirichletFit {
    let mode: DirichletMode
    let bridge: BridgeInterpolant
    /// The noisy observations, `[n]`.
    let observations: [Double]
    /// M⁻¹ times the observations, and times their mean.
    let coefficients: [Double]
    let cleanCoefficients: [Double]
    private let noiseVariance: Double

    /// - Parameters:
    ///   - noise: standard normal, `[n]`, in the order of the points.
    ///   - sigma: standard deviation of the noise over the root mean square of the observed function.
    init(mode: DirichletMode, bridge: BridgeInterpolant, noise: [Double], sigma: Double) {
      self.mode = mode
      self.bridge = bridge
      let deviation = sigma * DirichletProblem.rms(mode)
      noiseVariance = deviation * deviation
      var clean = [Double](repeating: 0, count: noise.count)
      var sweep = SineSweep(points: bridge.points)
      while sweep.frequency < DirichletProblem.truth.map(\.frequency).reduce(0, max) {
        sweep.advance()
        let k = sweep.frequency
        let image = DirichletProblem.operatorValue(mode, k) * DirichletProblem.coefficient(k)
        if image != 0 { Vector.axpy(image, Array(sweep.values[1...noise.count]), into: &clean) }
      }
      observations = zip(clean, noise).map { $0 + deviation * $1 }
      coefficients = bridge.coefficients(observations)
      cleanCoefficients = bridge.coefficients(clean)
    }

    /// Relative squared errors in L².
    struct Errors {
      /// Of this draw of the noise.
      var oneDraw = 0.0
      /// Without noise.
      var bias = 0.0
      /// Expected, of the noise alone.
      var variance = 0.0
    }

    /// The errors of several fits on the same points, all from one pass over the frequencies 1 … `largest`.
    /// - Complexity: O(n · `largest` · fits).
    static func errors(_ fits: [DirichletFit], _ bridge: BridgeInterpolant, largest: Int) -> [Errors] {
      let count = bridge.points.count
      var errors = [Errors](repeating: Errors(), count: fits.count)
      var sweep = SineSweep(points: bridge.points)
      var scratch = [Double](repeating: 0, count: count + 1)
      for k in 1...largest {
        sweep.advance()
        let spread = bridge.squaredNormOfSolution(sweep.values, scratch: &scratch)
        let truth = DirichletProblem.coefficient(k)
        sweep.values.withUnsafeBufferPointer { values in
          let inner = UnsafeBufferPointer(rebasing: values[1...count])
          for (index, fit) in fits.enumerated() {
            let response = DirichletProblem.response(fit.mode, k)
            let noisy = response * fit.coefficients.withUnsafeBufferPointer { Vector.dot($0, inner) } - truth
            let clean = response * fit.cleanCoefficients.withUnsafeBufferPointer { Vector.dot($0, inner) } - truth
            errors[index].oneDraw += noisy * noisy
            errors[index].bias += clean * clean
            errors[index].variance += response * response * spread * fit.noiseVariance
          }
        }
      }
      return errors.map { sums in
        Errors(
          oneDraw: sums.oneDraw / DirichletProblem.squaredNorm, bias: sums.bias / DirichletProblem.squaredNorm,
          variance: sums.variance / DirichletProblem.squaredNorm)
      }
    }

    /// The estimate and the truth at `points`, from the frequencies 1 … `largest`.
    func curves(at points: [Double], largest: Int) -> (estimate: [Double], truth: [Double]) {
      var estimate = [Double](repeating: 0, count: points.count + 2)
      var truth = estimate
      var data = SineSweep(points: bridge.points)
      var sweep = SineSweep(points: points)
      for k in 1...largest {
        data.advance()
        sweep.advance()
        let inner = Array(data.values[1...bridge.points.count])
        Vector.axpy(DirichletProblem.response(mode, k) * Vector.dot(coefficients, inner), sweep.values, into: &estimate)
        let coefficient = DirichletProblem.coefficient(k)
        if coefficient != 0 { Vector.axpy(coefficient, sweep.values, into: &truth) }
      }
      return (Array(estimate[1...points.count]), Array(truth[1...points.count]))
    }
  }
}
