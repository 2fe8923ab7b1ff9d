import NumericalCore

/// One simulated run of asynchronous gossip: every node keeps the time of its last event, and mixes its own pair of values
/// when it is next activated. There is no global clock but for the observer's.
struct GossipWalk {
  private let graph: GossipGraph
  /// η, 0 for simple gossip.
  private let rate: Double
  private let secondStepSize: Double
  private var x: [Double]
  private var z: [Double]
  private var lastEvents: [Double]
  private var random: RandomSource
  private var nextActivation: Double

  init(_ graph: GossipGraph, _ spectrum: GossipSpectrum, _ method: GossipMethod, start: [Double], random: RandomSource) {
    self.graph = graph
    rate = method == .accelerated ? spectrum.theta : 0
    secondStepSize = method == .accelerated ? spectrum.secondStepSize : 0
    x = start
    z = start
    lastEvents = [Double](repeating: 0, count: start.count)
    self.random = random
    nextActivation = self.random.exponential()
  }

  /// The values of all nodes at a time not earlier than the last.
  mutating func values(at time: Double) -> [Double] {
    while nextActivation <= time {
      activate(graph.edges[random.integer(below: graph.edges.count)], at: nextActivation)
      nextActivation += random.exponential()
    }
    return x.indices.map { x[$0] + mixing(of: $0, at: time) * (z[$0] - x[$0]) }
  }

  private mutating func activate(_ edge: (Int, Int), at time: Double) {
    let (v, w) = edge
    if rate > 0 {
      mix(v, at: time)
      mix(w, at: time)
    }
    let difference = x[v] - x[w]
    x[v] -= 0.5 * difference
    x[w] += 0.5 * difference
    z[v] -= secondStepSize * difference
    z[w] += secondStepSize * difference
  }

  private mutating func mix(_ node: Int, at time: Double) {
    let change = mixing(of: node, at: time) * (z[node] - x[node])
    x[node] += change
    z[node] -= change
    lastEvents[node] = time
  }

  /// How far x has moved towards z since the node's last event: ½(1 − e^{−2ηΔ}).
  private func mixing(of node: Int, at time: Double) -> Double {
    rate > 0 ? 0.5 * (1 - Elementary.exp(-2 * rate * (time - lastEvents[node]))) : 0
  }
}
