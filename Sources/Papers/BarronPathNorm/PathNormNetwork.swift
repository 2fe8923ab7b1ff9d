import NumericalCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A network f(x) = 1/m Σ aₖσ(⟨wₖ, x⟩) fitted by full-batch Adam to
///
///     J = 1/n Σ (f(xᵢ) − yᵢ)² + λ‖θ‖_P,  ‖θ‖_P = 1/m Σ |aₖ|·‖wₖ‖₁.
///
/// The gradient is taken m times as large, which matters to Adam's ε alone; the step falls along half a cosine.
struct PathNormNetwork {
  let width: Int
  /// W, `[width × dimension]`.
  private var weights: Matrix
  /// a, `[width]`.
  private var outer: [Double]

  /// Rows of W uniform on the unit sphere, aₖ = ±0.1.
  init(width: Int, dimension: Int, random: inout RandomSource) {
    self.width = width
    weights = SingleNeuron.inputs(width, dimension: dimension, from: &random)
    outer = (0..<width).map { _ in 0.1 * random.rademacher() }
  }

  init(weights: Matrix, outer: [Double]) {
    (self.weights, self.outer, width) = (weights, outer, outer.count)
  }

  var pathNorm: Double {
    (0..<width).reduce(0) { $0 + abs(outer[$1]) * Vector.l1Norm(weights.row($1)) } / Double(width)
  }

  func values(_ inputs: Matrix) -> [Double] {
    let activations = Matrix.multiply(inputs, weights, transposingRight: true)
    return (0..<inputs.rows).map { i in
      (0..<width).reduce(0) { $0 + outer[$1] * max(0, activations[i, $1]) } / Double(width)
    }
  }

  func meanSquaredError(_ inputs: Matrix, _ targets: [Double]) -> Double {
    Vector.squaredDistance(values(inputs), targets) / Double(targets.count)
  }

  /// J.
  func objective(_ inputs: Matrix, _ targets: [Double], lambda: Double) -> Double {
    meanSquaredError(inputs, targets) + lambda * pathNorm
  }

  /// m·∇J with respect to W and a; sign(0) = 0.
  func gradient(_ inputs: Matrix, _ targets: [Double], lambda: Double) -> (weights: Matrix, outer: [Double]) {
    var pass = Pass(samples: inputs.rows, width: width, dimension: inputs.columns)
    pass.run(weights, outer, inputs, targets, lambda)
    return (pass.weightGradient, pass.outerGradient)
  }

  /// - Parameter rate: of the first step; the t-th is rate·(1 + cos(πt/steps))/2.
  mutating func train(
    _ inputs: Matrix, _ targets: [Double], lambda: Double, steps: Int, rate: Double, check: () throws -> Void
  ) rethrows {
    var pass = Pass(samples: inputs.rows, width: width, dimension: inputs.columns)
    var (innerAdam, outerAdam) = (AdamMoments(weights.rows * weights.columns), AdamMoments(width))
    for t in stride(from: 1, through: steps, by: 1) {
      if t % 64 == 1 { try check() }
      pass.run(weights, outer, inputs, targets, lambda)
      let step = 0.5 * rate * (1 + cos(Double.pi * Double(t) / Double(steps)))
      weights.withUnsafeMutableElements { values in
        pass.weightGradient.withUnsafeElements { innerAdam.update(values, $0, rate: step) }
      }
      outer.withUnsafeMutableBufferPointer { values in
        pass.outerGradient.withUnsafeBufferPointer { outerAdam.update(values, $0, rate: step) }
      }
    }
  }

  /// The buffers of one forward and backward pass.
  private struct Pass {
    var weightGradient: Matrix
    var outerGradient: [Double]
    private var activations: Matrix

    init(samples: Int, width: Int, dimension: Int) {
      weightGradient = Matrix(rows: width, columns: dimension)
      outerGradient = [Double](repeating: 0, count: width)
      activations = Matrix(rows: samples, columns: width)
    }

    /// With G = residual·1[z > 0], ∂W = (2/n)a·GᵀX, and ∂a = (2/n)Σ residual·σ(z) is ⟨w, GᵀX⟩ again.
    mutating func run(_ weights: Matrix, _ outer: [Double], _ inputs: Matrix, _ targets: [Double], _ lambda: Double) {
      Matrix.multiply(inputs, weights, transposingRight: true, into: &activations)
      let (samples, width) = (inputs.rows, outer.count)
      activations.withUnsafeMutableElements { z in
        outer.withUnsafeBufferPointer { outer in
          for i in 0..<samples {
            let row = UnsafeMutableBufferPointer(rebasing: z[(i * width)..<((i + 1) * width)])
            ReLURow.replaceByResidual(row, outer, target: targets[i])
          }
        }
      }
      Matrix.multiply(activations, inputs, transposingLeft: true, times: 2 / Double(samples), into: &weightGradient)
      let columns = inputs.columns
      weightGradient.withUnsafeMutableElements { gradient in
        weights.withUnsafeElements { weights in
          for k in 0..<width {
            let a = outer[k]
            let size = lambda * abs(a)
            var (product, norm) = (0.0, 0.0)
            for j in (k * columns)..<((k + 1) * columns) {
              let w = weights[j]
              product += w * gradient[j]
              norm += abs(w)
              gradient[j] = a * gradient[j] + (w > 0 ? size : w < 0 ? -size : 0)
            }
            outerGradient[k] = product + lambda * norm * (a > 0 ? 1 : a < 0 ? -1 : 0)
          }
        }
      }
    }
  }
}
