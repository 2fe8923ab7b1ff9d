/// The work space of a descent: allocated once a run.
struct DescentBuffers {
  /// X β − y − ξ, or what stands for it, `[samples]`.
  var residual: [Double]
  /// ξ, `[samples]`; zero without label noise.
  var noise: [Double]
  /// Xᵀ·residual, `[features]`.
  var gradient: [Double]
  /// β at the last checkpoint, `[features]`.
  var base: [Double]
  /// The product of the factors 1 − γg since the last checkpoint, `[features]`.
  var product: [Double]

  init(samples: Int, start: [Double]) {
    residual = [Double](repeating: 0, count: samples)
    noise = residual
    gradient = [Double](repeating: 0, count: start.count)
    base = start
    product = [Double](repeating: 1, count: start.count)
  }

  /// residual ← −y − ξ, or −ξ without targets.
  mutating func setResidual(targets: [Double]?) {
    if let targets {
      for i in residual.indices { residual[i] = -targets[i] - noise[i] }
    } else {
      for i in residual.indices { residual[i] = -noise[i] }
    }
  }
}
