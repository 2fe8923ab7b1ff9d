import NumericalCore

/// The continuized process with its flow between jumps integrated by RK4 instead of solved in closed form.
struct IntegratedFlow {
  private let problem: DiagonalQuadratic
  private let substeps: Int
  private var time = 0.0
  /// x − x* and z − x*.
  private(set) var x: [Double]
  private(set) var z: [Double]

  init(_ problem: DiagonalQuadratic, substeps: Int) {
    self.problem = problem
    self.substeps = substeps
    x = problem.minimiser.map { -$0 }
    z = x
  }

  /// Flows up to the next jump and takes it.
  ///
  /// In the convex case η = 2/t is singular at 0, where x = z and the flow is the identity: the flow before the first
  /// jump is skipped, and later steps are of equal ratio in time rather than of equal length.
  mutating func jump(at next: Double) {
    let rate = problem.rate
    if rate > 0 || time > 0 {
      let ratio = rate > 0 ? 1 : Elementary.exp(Elementary.log(next / time) / Double(substeps))
      var now = time
      for step in 1...substeps {
        let end =
          step == substeps ? next : (rate > 0 ? time + (next - time) * Double(step) / Double(substeps) : now * ratio)
        flow(from: now, to: end)
        now = end
      }
    }
    time = next
    let stepSize = rate > 0 ? 1 / rate : 0.5 * next
    for i in x.indices {
      let gradient = problem.eigenvalues[i] * x[i]
      x[i] -= gradient
      z[i] -= stepSize * gradient
    }
  }

  /// One RK4 step of ẋ = η_t(z − x), ż = η′_t(x − z), coordinate by coordinate.
  private mutating func flow(from start: Double, to end: Double) {
    let h = end - start
    let rate = problem.rate
    let etas = [start, start + 0.5 * h, end].map { rate > 0 ? rate : 2 / $0 }
    for i in x.indices {
      func slope(_ x: Double, _ z: Double, _ eta: Double) -> (Double, Double) { (eta * (z - x), rate * (x - z)) }
      let k1 = slope(x[i], z[i], etas[0])
      let k2 = slope(x[i] + 0.5 * h * k1.0, z[i] + 0.5 * h * k1.1, etas[1])
      let k3 = slope(x[i] + 0.5 * h * k2.0, z[i] + 0.5 * h * k2.1, etas[1])
      let k4 = slope(x[i] + h * k3.0, z[i] + h * k3.1, etas[2])
      x[i] += h / 6 * (k1.0 + 2 * k2.0 + 2 * k3.0 + k4.0)
      z[i] += h / 6 * (k1.1 + 2 * k2.1 + 2 * k3.1 + k4.1)
    }
  }
}
