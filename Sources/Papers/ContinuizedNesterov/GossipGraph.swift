import Experiments
import NumericalCore

/// A connected graph whose edges are activated at equal rates that sum to one.
struct GossipGraph: Sendable {
  enum Kind: String, ParameterChoice {
    case line
    case cycle
    /// √n × √n, without wrapping.
    case grid
    case complete
    /// Node 0 is the hub.
    case star
  }

  let kind: Kind
  let nodes: Int
  /// Pairs of nodes, the smaller first.
  let edges: [(Int, Int)]

  /// - Precondition: `problem(_:nodes:)` is nil.
  init(_ kind: Kind, nodes: Int) {
    self.kind = kind
    self.nodes = nodes
    switch kind {
    case .line: edges = GossipGraph.path(nodes)
    case .cycle: edges = GossipGraph.path(nodes) + [(0, nodes - 1)]
    case .star: edges = (1..<nodes).map { (0, $0) }
    case .complete: edges = (1..<nodes).flatMap { w in (0..<w).map { v in (v, w) } }
    case .grid: edges = GossipGraph.gridEdges(side: GossipGraph.side(nodes) ?? 1)
    }
  }

  private static func path(_ nodes: Int) -> [(Int, Int)] { (1..<nodes).map { ($0 - 1, $0) } }

  private static func gridEdges(side: Int) -> [(Int, Int)] {
    var edges: [(Int, Int)] = []
    for v in 0..<(side * side) {
      if (v + 1) % side != 0 { edges.append((v, v + 1)) }
      if v + side < side * side { edges.append((v, v + side)) }
    }
    return edges
  }

  /// The root of a square number, else nil.
  static func side(_ nodes: Int) -> Int? {
    let root = Int(Double(nodes).squareRoot().rounded())
    return root * root == nodes ? root : nil
  }

  /// What is wrong with a number of nodes for a kind of graph.
  static func problem(_ kind: Kind, nodes: Int) -> String? {
    switch kind {
    case .grid where side(nodes) == nil || nodes < 4: "\(nodes) nodes for a grid: must be a square, at least 4"
    case .cycle where nodes < 3: "\(nodes) nodes for a cycle: must be at least 3"
    default: nodes < 2 ? "\(nodes) nodes for a \(kind.rawValue): must be at least 2" : nil
    }
  }

  /// P_e, the same for all edges.
  var edgeRate: Double { 1 / Double(edges.count) }

  /// Λ = Σ P_e a_e a_eᵀ, the Laplacian weighted by the rates.
  var laplacian: Matrix {
    var matrix = Matrix(rows: nodes, columns: nodes)
    for (v, w) in edges {
      matrix[v, v] += edgeRate
      matrix[w, w] += edgeRate
      matrix[v, w] -= edgeRate
      matrix[w, v] -= edgeRate
    }
    return matrix
  }
}
