import NumericalCore

extension MeanFieldResNet {
  /// Explicit Euler steps of the mean-field gradient flow, with the exact relative entropy of the moving particle laws.
  ///
  /// Along a particle's path d/dt log p_t = −∇·v with p_0 = N(0, I), so that KL(p_t‖p_0) is the mean over the particles
  /// of ½‖θ_t‖² − ½‖θ_0‖² − ∫ ∇·v ds.
  struct MeanFieldFlow {
    private(set) var network: ScaledResNet
    private(set) var pass: ForwardPass
    /// The time of the flow.
    private(set) var time = 0.0
    private var velocities: ParticleVelocities
    private let start: ScaledResNet
    private let targets: [Double]
    /// ∫ ∇·v ds, averaged over output and residual particles.
    private var outputExpansion = 0.0
    private var layerExpansion = 0.0

    init(_ network: ScaledResNet, inputs: Matrix, targets: [Double]) {
      self.network = network
      self.targets = targets
      start = network
      pass = ForwardPass(network, inputs: inputs)
      velocities = ParticleVelocities(network, samples: inputs.rows)
      pass.run(network)
    }

    mutating func advance(by step: Double) {
      velocities.update(network, pass, targets: targets)
      outputExpansion += step * velocities.meanOutputDivergence
      layerExpansion += step * velocities.meanLayerDivergence
      Vector.axpy(-step, velocities.output.a, into: &network.output.a)
      network.output.w.add(velocities.output.w, times: -step)
      Vector.axpy(-step, velocities.output.b, into: &network.output.b)
      for l in network.layers.indices {
        network.layers[l].u.add(velocities.layers[l].u, times: -step)
        network.layers[l].w.add(velocities.layers[l].w, times: -step)
        Vector.axpy(-step, velocities.layers[l].b, into: &network.layers[l].b)
      }
      time += step
      pass.run(network)
    }

    /// (1/2n)·Σ (f_i − y_i)².
    var loss: Double { Vector.squaredDistance(pass.values, targets) / Double(2 * targets.count) }

    /// KL(τ_t‖τ_0) and the mean squared displacement of the output particles.
    var output: (entropy: Double, displacement: Double) {
      let (now, then) = (network.output, start.output)
      let growth = Self.energy(now.a, now.w, now.b) - Self.energy(then.a, then.w, then.b)
      let moved =
        Vector.squaredDistance(now.a, then.a) + Vector.squaredDistance(now.w.elements, then.w.elements)
        + Vector.squaredDistance(now.b, then.b)
      let count = Double(network.outputWidth)
      return (growth / (2 * count) - outputExpansion, moved / count)
    }

    /// KL(ν_t‖ν_0) and the mean squared displacement of the residual particles; zero without layers.
    var residual: (entropy: Double, displacement: Double) {
      if network.layers.isEmpty { return (0, 0) }
      var (growth, moved) = (0.0, 0.0)
      for (now, then) in zip(network.layers, start.layers) {
        growth +=
          Self.energy(now.u.elements, now.w, now.b) - Self.energy(then.u.elements, then.w, then.b)
        moved +=
          Vector.squaredDistance(now.u.elements, then.u.elements)
          + Vector.squaredDistance(now.w.elements, then.w.elements) + Vector.squaredDistance(now.b, then.b)
      }
      let count = Double(network.depth * network.width)
      return (growth / (2 * count) - layerExpansion, moved / count)
    }

    private static func energy(_ a: [Double], _ w: Matrix, _ b: [Double]) -> Double {
      Vector.squaredNorm(a) + Vector.squaredNorm(w.elements) + Vector.squaredNorm(b)
    }
  }

  /// The loss (1/2n)·Σ (f − y)² and the share of wrong signs.
  static func testErrors(_ values: [Double], _ targets: [Double]) -> (loss: Double, sign: Double) {
    let wrong = zip(values, targets).count { ($0 > 0) != ($1 > 0) }
    let count = Double(targets.count)
    return (Vector.squaredDistance(values, targets) / (2 * count), Double(wrong) / count)
  }
}
