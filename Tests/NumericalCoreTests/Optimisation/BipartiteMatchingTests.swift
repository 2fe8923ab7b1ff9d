import Testing

@testable import NumericalCore

@Suite struct BipartiteMatchingTests {
  /// The largest matching by trying everything.
  private func exhaustive(_ neighbours: [[Int]], _ from: Int = 0, _ used: Set<Int> = []) -> Int {
    if from == neighbours.count { return 0 }
    var best = exhaustive(neighbours, from + 1, used)
    for end in neighbours[from] where !used.contains(end) {
      best = max(best, 1 + exhaustive(neighbours, from + 1, used.union([end])))
    }
    return best
  }

  /// All graphs with 3 + 3 vertices, then random ones with 7 + 6.
  @Test func agreesWithExhaustiveSearch() {
    var graphs = (0..<512).map { code in (0..<3).map { i in (0..<3).filter { code >> (3 * i + $0) & 1 == 1 } } }
    var source = RandomSource(seed: 1, stream: "graphs")
    for _ in 0..<300 {
      graphs.append((0..<7).map { _ in (0..<6).filter { _ in source.bernoulli(0.25) } })
    }
    for neighbours in graphs {
      let matching = BipartiteMatching(neighbours: neighbours, rightCount: 6)
      #expect(matching.size == exhaustive(neighbours), "\(neighbours)")
      let ends = matching.partners.compactMap { $0 }
      #expect(ends.count == matching.size && Set(ends).count == ends.count)
      for (vertex, end) in matching.partners.enumerated() {
        if let end { #expect(neighbours[vertex].contains(end)) }
      }
    }
  }

  /// A long chain, whose only perfect matching needs one augmenting path through all of it.
  @Test func longPaths() {
    let count = 20_000
    let chain = (0..<count).map { $0 == count - 1 ? [0] : [$0, $0 + 1] }
    #expect(BipartiteMatching(neighbours: chain, rightCount: count).size == count)
    #expect(BipartiteMatching(neighbours: [], rightCount: 0).size == 0)
  }

  @Test func finiteDifferences() {
    let x = [1.0, -2, 1e4]
    let gradient = FiniteDifferences.gradient(at: x) { $0[0] * $0[0] * $0[1] + $0[2] }
    for (value, expected) in zip(gradient, [-4.0, 1, 1]) { #expect(agree(value, expected, absolute: 1e-6)) }
    let jacobian = FiniteDifferences.jacobian(at: [0.5, 2]) { [$0[0] * $0[1], $0[1], 3 * $0[0]] }
    #expect(distance(jacobian, Matrix([[2, 0.5], [0, 1], [3, 0]])) < 1e-8)
  }
}
