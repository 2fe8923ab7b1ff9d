/// The right-hand side of the moment equations of gossip.
struct GossipKernel: Sendable {
  let nodes: Int
  private let edgeRate: Double
  private let edges: [(Int, Int)]
  /// Neighbours of node v: `neighbours[offsets[v] ..< offsets[v + 1]]`.
  private let offsets: [Int]
  private let neighbours: [Int]
  /// η and p.
  private let rate: Double
  private let stepSize: Double

  init(_ graph: GossipGraph, rate: Double, stepSize: Double) {
    nodes = graph.nodes
    edges = graph.edges
    edgeRate = graph.edgeRate
    self.rate = rate
    self.stepSize = stepSize
    var lists = [[Int]](repeating: [], count: graph.nodes)
    for (v, w) in graph.edges {
      lists[v].append(w)
      lists[w].append(v)
    }
    neighbours = lists.flatMap { $0 }
    offsets = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
  }

  /// Writes the derivative of U, or of U, C and W one after the other.
  func derivative(of state: [Double], _ method: GossipMethod, into result: inout [Double]) {
    state.withUnsafeBufferPointer { state in
      result.withUnsafeMutableBufferPointer { result in
        guard let s = state.baseAddress, let r = result.baseAddress else { return }
        switch method {
        case .simple: simple(s, r)
        case .accelerated: accelerated(s, r)
        }
        addActivations(s, r, method)
      }
    }
  }

  /// −½(ΛU + UΛ).
  private func simple(_ u: UnsafePointer<Double>, _ du: UnsafeMutablePointer<Double>) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: nodes * nodes) { product in
      guard let lu = product.baseAddress else { return }
      applyLaplacian(u, lu)
      for i in 0..<nodes {
        for j in 0..<nodes { du[i &* nodes &+ j] = -0.5 * (lu[i &* nodes &+ j] + lu[j &* nodes &+ i]) }
      }
    }
  }

  /// All but the terms of 𝒬.
  private func accelerated(_ u: UnsafePointer<Double>, _ du: UnsafeMutablePointer<Double>) {
    let size = nodes * nodes
    let (c, w) = (u + size, u + 2 * size)
    let (dc, dw) = (du + size, du + 2 * size)
    let (eta, p) = (rate, stepSize)
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * size) { products in
      guard let lu = products.baseAddress else { return }
      let lc = lu + size
      applyLaplacian(u, lu)
      applyLaplacian(c, lc)
      for i in 0..<nodes {
        for j in 0..<nodes {
          let here = i &* nodes &+ j
          let there = j &* nodes &+ i
          let cross = c[here] + c[there]
          du[here] = -0.5 * (lu[here] + lu[there]) + eta * (cross - 2 * u[here])
          dc[here] = -0.5 * lc[here] - p * lu[there] + eta * (u[here] + w[here] - 2 * c[here])
          dw[here] = -p * (lc[here] + lc[there]) + eta * (cross - 2 * w[here])
        }
      }
    }
  }

  /// result ← Λ·matrix, from the neighbours.
  private func applyLaplacian(_ matrix: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>) {
    offsets.withUnsafeBufferPointer { offsets in
      neighbours.withUnsafeBufferPointer { neighbours in
        for v in 0..<nodes {
          let (row, target) = (matrix + v * nodes, result + v * nodes)
          let degree = Double(offsets[v + 1] - offsets[v]) * edgeRate
          for j in 0..<nodes { target[j] = degree * row[j] }
          for index in offsets[v]..<offsets[v + 1] {
            let other = matrix + neighbours[index] * nodes
            for j in 0..<nodes { target[j] -= edgeRate * other[j] }
          }
        }
      }
    }
  }

  /// Adds ¼𝒬 to U̇, ½p𝒬 to Ċ and p²𝒬 to Ẇ.
  private func addActivations(
    _ u: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>, _ method: GossipMethod
  ) {
    let weights = method == .simple ? [0.25] : [0.25, 0.5 * stepSize, stepSize * stepSize]
    edges.withUnsafeBufferPointer { edges in
      for (v, w) in edges {
        let (vv, ww, vw, wv) = (v &* nodes &+ v, w &* nodes &+ w, v &* nodes &+ w, w &* nodes &+ v)
        let spread = edgeRate * (u[vv] + u[ww] - 2 * u[vw])
        var target = result
        for weight in weights {
          target[vv] += weight * spread
          target[ww] += weight * spread
          target[vw] -= weight * spread
          target[wv] -= weight * spread
          target += nodes &* nodes
        }
      }
    }
  }
}
