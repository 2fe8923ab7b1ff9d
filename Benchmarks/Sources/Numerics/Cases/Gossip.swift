import Glibc
import NumericalCore

/// Accelerated asynchronous gossip on a cycle: 100 runs, one pair of nodes an activation.
enum Gossip {
  private static let nodes = 30
  private static let activations = 2000
  private static let runs = 100

  static var benchmark: Benchmark {
    Benchmark("gossip", units: runs * activations) {
      let edges = Workload.uniforms(runs * activations, seed: 1).map { Int($0 * Double(nodes)) }
      let waits = Workload.uniforms(runs * activations, seed: 2).map { -log(1 - $0) }
      let gap = (2 - 2 * cos(2 * Double.pi / Double(nodes))) / Double(nodes)
      let rate = (gap / Double(2 * (nodes - 1))).squareRoot()
      return {
        var total = 0.0
        for first in stride(from: 0, to: runs * activations, by: activations) {
          let range = first..<(first + activations)
          total += run(edges[range], waits[range], rate: rate, secondStep: rate / gap)
        }
        return total
      }
    }
  }

  private static func run(_ edges: ArraySlice<Int>, _ waits: ArraySlice<Double>, rate: Double, secondStep: Double)
    -> Double
  {
    var x = [Double](repeating: -1 / Double(nodes), count: nodes)
    x[0] += 1
    var z = x
    var last = [Double](repeating: 0, count: nodes)
    var time = 0.0
    for index in edges.indices {
      time += waits[index]
      let v = edges[index]
      let w = (v + 1) % nodes
      for node in [v, w] {
        let change = 0.5 * (1 - Elementary.exp(-2 * rate * (time - last[node]))) * (z[node] - x[node])
        x[node] += change
        z[node] -= change
        last[node] = time
      }
      let difference = x[v] - x[w]
      x[v] -= 0.5 * difference
      x[w] += 0.5 * difference
      z[v] -= secondStep * difference
      z[w] += secondStep * difference
    }
    return Vector.squaredNorm(x)
  }
}
