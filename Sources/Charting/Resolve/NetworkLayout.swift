#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Places of the nodes of a network in the unit square.
struct NetworkLayout {
  private(set) var places: [(x: Double, y: Double)]

  /// - Parameter links: pairs of node numbers.
  init(_ layout: GraphSpec.Layout, nodes: DataFrame, links: [(from: Int, to: Int)]) {
    switch layout {
    case .given: places = Self.given(nodes)
    case .circular: places = Self.circular(nodes.rowCount)
    case .layered: places = Self.layered(nodes.rowCount, links)
    }
  }

  private static func given(_ nodes: DataFrame) -> [(x: Double, y: Double)] {
    func scaled(_ values: [Double]) -> [Double] {
      let finite = values.filter(\.isFinite)
      guard let low = finite.min(), let high = finite.max(), low < high else { return values.map { $0.isFinite ? 0.5 : .nan } }
      return values.map { ($0 - low) / (high - low) }
    }
    return zip(scaled(nodes.column("x").numbers), scaled(nodes.column("y").numbers)).map { ($0, $1) }
  }

  /// From the top, clockwise.
  private static func circular(_ count: Int) -> [(x: Double, y: Double)] {
    if count == 1 { return [(0.5, 0.5)] }
    return (0..<count).map { index in
      let angle = 2 * Double.pi * Double(index) / Double(max(1, count))
      return (0.5 + 0.5 * sin(angle), 0.5 + 0.5 * cos(angle))
    }
  }

  /// By the longest way from a source; within a layer in the order of the means of the neighbours before (Sugiyama's heuristic).
  private static func layered(_ count: Int, _ links: [(from: Int, to: Int)]) -> [(x: Double, y: Double)] {
    var layer = [Int](repeating: 0, count: count)
    // A cycle would raise its layers for ever.
    for _ in 0..<count {
      var isStable = true
      for link in links where link.from != link.to && layer[link.to] <= layer[link.from] && layer[link.from] + 1 < count {
        layer[link.to] = layer[link.from] + 1
        isStable = false
      }
      if isStable { break }
    }
    let depth = (layer.max() ?? 0) + 1
    var order = (0..<depth).map { level in (0..<count).filter { layer[$0] == level } }
    var height = [Double](repeating: 0.5, count: count)
    func spread(_ level: Int) { for (place, node) in order[level].enumerated() { height[node] = (Double(place) + 0.5) / Double(order[level].count) } }
    for level in 0..<depth { spread(level) }
    for _ in 0..<4 {
      for level in order.indices.dropFirst() {
        let means = order[level].map { node -> Double in
          let before = links.filter { $0.to == node && layer[$0.from] < level }.map { height[$0.from] }
          return before.isEmpty ? height[node] : before.reduce(0, +) / Double(before.count)
        }
        order[level] = order[level].enumerated().sorted { means[$0.offset] == means[$1.offset] ? $0.offset < $1.offset : means[$0.offset] < means[$1.offset] }.map(\.element)
        spread(level)
      }
    }
    return (0..<count).map { (depth == 1 ? 0.5 : Double(layer[$0]) / Double(depth - 1), 1 - height[$0]) }
  }
}
