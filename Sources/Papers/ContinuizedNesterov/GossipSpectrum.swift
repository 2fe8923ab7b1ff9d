import NumericalCore

/// The constants of a graph that rule gossip on it.
struct GossipSpectrum: Sendable {
  /// μ = λ₂(Λ).
  let gap: Double
  /// The largest eigenvalue of Λ.
  let largest: Double
  /// The largest effective resistance of an edge with the rates as conductances.
  let resistance: Double
  /// Σ P_e R_e, which is n − 1 by Foster's theorem.
  let foster: Double
  /// Λ⁺, the inverse on the space orthogonal to the constant vector.
  let pseudoInverse: Matrix

  /// - Throws: `LinearAlgebraError.noConvergence`.
  /// - Complexity: O(n³).
  init(_ graph: GossipGraph) throws {
    let eigen = try SymmetricEigen(graph.laplacian)
    // The graph is connected: the first eigenvalue alone belongs to the constant vector, and is dropped by its place.
    let vectors = Matrix(rows: graph.nodes, columns: graph.nodes) { i, j in
      j == 0 ? 0 : eigen.vectors[i, j] / eigen.values[j].squareRoot()
    }
    let inverse = Matrix.multiply(vectors, vectors, transposingRight: true)
    let resistances = graph.edges.map { v, w in inverse[v, v] + inverse[w, w] - 2 * inverse[v, w] }
    gap = eigen.values[1]
    largest = eigen.values[graph.nodes - 1]
    resistance = resistances.max() ?? 0
    foster = graph.edgeRate * resistances.reduce(0, +)
    pseudoInverse = inverse
  }

  /// θ = √(μ/(2R_max)), the rate of accelerated gossip.
  var theta: Double { (gap / (2 * resistance)).squareRoot() }
  /// μ/2, the rate of simple gossip.
  var simpleRate: Double { gap / 2 }
  /// θ/μ, the step of z.
  var secondStepSize: Double { theta / gap }
}
