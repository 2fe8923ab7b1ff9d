import NumericalCore
import Testing

@testable import Papers

@Suite struct ScaledResNetTests {
  private let network = MeanField.ScaledResNet.gaussian(
    depth: 3, width: 4, outputWidth: 6, dimension: 3, alpha: 1.5, beta: 2, from: RandomSource(seed: 1, stream: "net"))
  private let inputs: Matrix
  private let targets = [0.5, -1, 0.25, 2, 0]

  init() {
    var source = RandomSource(seed: 2, stream: "points")
    inputs = MeanField.SphereRegression.points(count: 5, dimension: 3, from: &source)
  }

  private func derivative(_ index: Int, _ function: (MeanField.ScaledResNet) -> Double) -> Double {
    var (up, down) = (network.flattened, network.flattened)
    up[index] += 1e-5
    down[index] -= 1e-5
    return (function(network.replacingParameters(up)) - function(network.replacingParameters(down))) / 2e-5
  }

  /// How much faster a parameter moves than under the plain gradient: LM in the layers, K in the output.
  private var speeds: [Double] {
    let inner = network.depth * network.width * (2 * network.dimension + 1)
    return [Double](repeating: Double(network.depth * network.width), count: inner)
      + [Double](
        repeating: Double(network.outputWidth), count: network.outputWidth * (network.dimension + 2))
  }

  @Test func velocitiesAreTheScaledGradient() {
    var pass = MeanField.ForwardPass(network, inputs: inputs)
    pass.run(network)
    var velocities = MeanField.ParticleVelocities(network, samples: 5)
    velocities.update(network, pass, targets: targets)
    let flat = MeanField.ScaledResNet(
      layers: velocities.layers, output: velocities.output, alpha: 1, beta: 1).flattened
    for index in flat.indices {
      let gradient = derivative(index) { Vector.squaredDistance($0.values(inputs), targets) / 10 }
      #expect(abs(flat[index] - speeds[index] * gradient) < 1e-6, "parameter \(index)")
    }
  }

  @Test func gramMatrixIsThatOfTheJacobian() {
    var pass = MeanField.ForwardPass(network, inputs: inputs)
    pass.run(network)
    let gram = MeanField.GramMatrix(network, pass)
    let count = network.flattened.count
    var jacobian = Matrix(rows: 5, columns: count)
    for index in 0..<count {
      for i in 0..<5 {
        jacobian[i, index] = speeds[index].squareRoot() * derivative(index) { $0.values(inputs)[i] }
      }
    }
    let expected = Matrix.symmetricProduct(jacobian)
    #expect(Vector.maxNorm((gram.total - expected).elements) < 1e-7)
    let inner = network.depth * network.width * 7
    let residual = Matrix.symmetricProduct(jacobian.selectingColumns(Array(0..<inner)))
    #expect(Vector.maxNorm((gram.residual - residual).elements) < 1e-7)
  }

  /// Against the trace of the velocity's Jacobian in one particle's coordinates, the residual and features frozen.
  @Test func divergencesFreezeTheOthers() {
    var pass = MeanField.ForwardPass(network, inputs: inputs)
    pass.run(network)
    var velocities = MeanField.ParticleVelocities(network, samples: 5)
    velocities.update(network, pass, targets: targets)
    let k = 2
    /// −β·Σ r·(tanh, a·tanh′·z, a·tanh′) of a particle (a, w, b).
    func velocity(_ particle: [Double]) -> [Double] {
      var sum = [Double](repeating: 0, count: 5)
      for i in 0..<5 {
        let z = pass.last.row(i)
        let t = 1 - 2 / (Elementary.exp(2 * (Vector.dot(Array(particle[1...3]), z) + particle[4])) + 1)
        let slope = particle[0] * (1 - t * t)
        Vector.axpy(-2 * velocities.residual[i], [t, slope * z[0], slope * z[1], slope * z[2], slope], into: &sum)
      }
      return sum
    }
    let particle = [network.output.a[k]] + network.output.w.row(k) + [network.output.b[k]]
    var trace = 0.0
    for j in 0..<5 {
      var (up, down) = (particle, particle)
      up[j] += 1e-5
      down[j] -= 1e-5
      trace += (velocity(up)[j] - velocity(down)[j]) / 2e-5
    }
    #expect(abs(velocities.outputDivergences[k] - trace) < 1e-8)
  }

  @Test func hyperbolicTangents() {
    var values = [-800.0, -20, -1, -1e-3, 0, 0.5, 3, 40, 1000]
    values.withUnsafeMutableBufferPointer { MeanField.hyperbolicTangent($0) }
    // Computed with the system's library.
    let expected = [
      -1, -1, -0.7615941559557649, -0.0009999996666668, 0, 0.46211715726000973, 0.9950547536867305, 1, 1,
    ]
    for (a, b) in zip(values, expected) { #expect(abs(a - b) < 4e-16) }
  }

  @Test func pairedParticlesCancel() {
    #expect(network.values(inputs).allSatisfy { abs($0) < 1e-15 })
    #expect(network.output.a[0] == -network.output.a[3] && network.output.w.row(0) == network.output.w.row(3))
    let shallow = MeanField.ScaledResNet(layers: [], output: network.output, alpha: 1, beta: 1)
    #expect(shallow.values(inputs).allSatisfy { abs($0) < 1e-15 } && shallow.branchScale == 0)
  }

  @Test func withoutBranchesTheFeaturesStay() {
    var frozen = network
    frozen.alpha = 0
    var pass = MeanField.ForwardPass(frozen, inputs: inputs)
    pass.run(frozen)
    #expect(pass.last == inputs)
    #expect(MeanField.GramMatrix(frozen, pass).residual.frobeniusNorm == 0)
  }

  @Test func theFlowStartsAtZeroEntropyAndDescends() {
    var flow = MeanField.MeanFieldFlow(network, inputs: inputs, targets: targets)
    #expect(flow.output.entropy == 0 && flow.residual.entropy == 0 && flow.output.displacement == 0)
    let start = flow.loss
    var last = start
    for _ in 0..<50 {
      flow.advance(by: 0.005)
      #expect(flow.loss < last)
      last = flow.loss
    }
    #expect(abs(flow.time - 0.25) < 1e-12 && flow.output.displacement > 0)
  }
}
