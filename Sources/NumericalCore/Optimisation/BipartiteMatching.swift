import Diagnostics

/// A largest set of edges of a bipartite graph of which no two share a vertex.
///
/// By König's theorem its size is that of the least set of vertices that meets every edge.
///
/// - Source: Hopcroft and Karp, "An n^5/2 algorithm for maximum matchings in bipartite graphs" (SIAM J. Comput. 1973).
public struct BipartiteMatching: Equatable, Sendable {
  /// For each vertex on the left its partner on the right, or nil.
  public let partners: [Int?]
  /// The number of edges.
  public let size: Int

  /// Finds a matching.
  /// - Parameters:
  ///   - neighbours: for each vertex on the left those on the right that it has edges to.
  ///   - rightCount: the number of vertices on the right.
  /// - Complexity: O(edges · √vertices).
  public init(neighbours: [[Int]], rightCount: Int) {
    for (vertex, ends) in neighbours.enumerated() {
      if let bad = ends.first(where: { $0 < 0 || $0 >= rightCount }) {
        trap("BipartiteMatching: an edge from \(vertex) to \(bad) of \(rightCount) vertices")
      }
    }
    var search = Search(neighbours: neighbours, rightCount: rightCount)
    while search.layer() {
      for vertex in neighbours.indices where search.left[vertex] == nil { _ = search.augment(from: vertex) }
    }
    partners = search.left
    size = search.left.count { $0 != nil }
  }

  private struct Search {
    let neighbours: [[Int]]
    var left: [Int?]
    var right: [Int?]
    /// Length of the shortest alternating path from a free vertex on the left; −1 if there is none.
    var depth: [Int]
    /// The first edge of each vertex that this round has not tried.
    var next: [Int]

    init(neighbours: [[Int]], rightCount: Int) {
      self.neighbours = neighbours
      left = [Int?](repeating: nil, count: neighbours.count)
      right = [Int?](repeating: nil, count: rightCount)
      depth = [Int](repeating: -1, count: neighbours.count)
      next = [Int](repeating: 0, count: neighbours.count)
    }

    /// Measures all depths; false if no path ends at a free vertex on the right.
    mutating func layer() -> Bool {
      var queue: [Int] = []
      for vertex in left.indices {
        depth[vertex] = left[vertex] == nil ? 0 : -1
        next[vertex] = 0
        if left[vertex] == nil { queue.append(vertex) }
      }
      var (head, isOpen) = (0, false)
      while head < queue.count {
        let vertex = queue[head]
        head += 1
        for end in neighbours[vertex] {
          guard let other = right[end] else {
            isOpen = true
            continue
          }
          if depth[other] < 0 {
            depth[other] = depth[vertex] + 1
            queue.append(other)
          }
        }
      }
      return isOpen
    }

    /// Exchanges the edges of a shortest augmenting path from `start`, by depth-first search with its own stack.
    mutating func augment(from start: Int) -> Bool {
      var path = [start]
      while let vertex = path.last {
        if next[vertex] == neighbours[vertex].count {
          path.removeLast()
          if let parent = path.last { next[parent] += 1 }
          continue
        }
        let end = neighbours[vertex][next[vertex]]
        guard let other = right[end] else {
          for member in path {
            let chosen = neighbours[member][next[member]]
            left[member] = chosen
            right[chosen] = member
            next[member] += 1
          }
          return true
        }
        if depth[other] == depth[vertex] + 1 && next[other] < neighbours[other].count {
          path.append(other)
        } else {
          next[vertex] += 1
        }
      }
      return false
    }
  }
}
