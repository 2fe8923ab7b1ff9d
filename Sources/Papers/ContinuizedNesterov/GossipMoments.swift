import NumericalCore

/// The exact second moments of gossip: U = E xxᵀ, C = E xzᵀ, W = E zzᵀ, centred, with
///
///     U̇ = −½(ΛU + UΛ) + ¼𝒬 + η(C + Cᵀ − 2U)
///     Ċ = −½ΛC − pUΛ + ½p𝒬 + η(U + W − 2C)
///     Ẇ = −p(ΛC + CᵀΛ) + p²𝒬 + η(C + Cᵀ − 2W)
///
/// where p = θ/μ, η = θ and 𝒬 = Σ P_e (a_eᵀUa_e) a_e a_eᵀ. Simple gossip is the first with η = 0. Solved by RK4 with steps
/// of a tenth of the shortest time scale 1/λmax(Λ), which are longer for larger graphs.
struct GossipMoments {
  /// Largest step times the largest eigenvalue of Λ.
  private static let resolution = 0.1

  private let method: GossipMethod
  private let kernel: GossipKernel
  private let largestStep: Double
  private var state: [Double]
  private var stepper: RungeKutta4
  private(set) var time = 0.0

  /// - Parameters:
  ///   - start: x₀ = z₀, `[nodes]`, of sum zero.
  ///   - refinement: how many times shorter the steps are than they need be; for tests.
  init(_ graph: GossipGraph, _ spectrum: GossipSpectrum, _ method: GossipMethod, start: [Double], refinement: Double = 1) {
    self.method = method
    kernel = GossipKernel(graph, rate: spectrum.theta, stepSize: spectrum.secondStepSize)
    largestStep = Self.resolution / spectrum.largest / refinement
    let outer = start.flatMap { a in start.map { a * $0 } }
    state = method == .simple ? outer : outer + outer + outer
    stepper = RungeKutta4(dimension: state.count)
  }

  /// E‖x_t − x̄‖².
  var error: Double { stride(from: 0, to: kernel.nodes * kernel.nodes, by: kernel.nodes + 1).reduce(0) { $0 + state[$1] } }

  /// Advances to a later time.
  mutating func advance(to target: Double, check: () throws -> Void) rethrows {
    let steps = max(1, Int(((target - time) / largestStep).rounded(.up)))
    let length = (target - time) / Double(steps)
    if length <= 0 { return }
    for index in 0..<steps {
      if index % 256 == 0 { try check() }
      stepper.step(&state, time: 0, step: length) { _, moments, rate in
        kernel.derivative(of: moments, method, into: &rate)
      }
    }
    time = target
  }
}
