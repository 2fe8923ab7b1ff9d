/// Chooses the breakpoints of a paragraph whose lines together look best.
///
/// Total fit after Knuth and Plass, “Breaking paragraphs into lines” (1981): the demerits of a line grow with the sixth
/// power of how far its spaces are stretched or shrunk; consecutive hyphens and uneven neighbours cost more.
struct LineBreaker {
  let points: [Breakpoint]
  let shape: ParagraphShape
  /// The greatest badness of a line that is accepted; 10 000 and more accepts any, even overfull ones.
  let tolerance: Double
  /// Stretch lent to every line, in points.
  let extraStretch: Double

  /// Demerits for two hyphenated lines in a row, for a hyphen before the last line, for uneven neighbours.
  private static let doubleHyphen = 5000.0
  private static let finalHyphen = 20_000.0
  private static let unevenNeighbours = 6000.0

  /// A way to break the paragraph up to a point.
  private struct Node {
    var point: Int
    var line: Int
    var fitness: Int
    var demerits: Double
    var previous: Int
  }

  private struct Fit {
    var ratio: Double
    var badness: Double
  }

  /// Indices of the chosen points without the first, or nil when no way keeps to the tolerance.
  func best() -> [Int]? {
    var nodes = [Node(point: 0, line: 0, fitness: 1, demerits: 0, previous: -1)]
    var active = [0]
    for point in 1..<points.count {
      var candidates: [Node?] = [nil, nil, nil, nil]
      var survivors: [Int] = []
      survivors.reserveCapacity(active.count + 4)
      var overfull: (node: Int, excess: Double)?
      for index in active {
        let fit = fit(from: nodes[index].point, to: point)
        if fit.ratio < -1 {
          let excess = -fit.ratio
          if excess < overfull?.excess ?? .infinity { overfull = (index, excess) }
          continue
        }
        if !points[point].isForced { survivors.append(index) }
        if fit.badness <= tolerance { improve(&candidates, nodes, index, point, fit) }
      }
      if survivors.isEmpty && candidates.allSatisfy({ $0 == nil }) {
        guard tolerance >= 10_000, let overfull else { return nil }
        let from = nodes[overfull.node]
        candidates[0] = Node(point: point, line: from.line + 1, fitness: 0, demerits: from.demerits + 1e9, previous: overfull.node)
      }
      for case let node? in candidates {
        survivors.append(nodes.count)
        nodes.append(node)
      }
      active = survivors
    }
    guard let last = active.filter({ nodes[$0].point == points.count - 1 }).min(by: { nodes[$0].demerits < nodes[$1].demerits })
    else { return nil }
    return path(to: last, nodes)
  }

  /// The demerits of breaking at exactly these points, given without the first; nil when a line does not keep to the
  /// tolerance.
  func demerits(of chosen: [Int]) -> Double? {
    var node = Node(point: 0, line: 0, fitness: 1, demerits: 0, previous: -1)
    for point in chosen {
      if (node.point + 1..<point).contains(where: { points[$0].isForced }) { return nil }
      let fit = fit(from: node.point, to: point)
      guard fit.badness <= tolerance else { return nil }
      let fitness = Self.fitness(fit.ratio)
      let demerits = node.demerits + demerits(node, point, fit, fitness)
      node = Node(point: point, line: node.line + 1, fitness: fitness, demerits: demerits, previous: -1)
    }
    return node.point == points.count - 1 ? node.demerits : nil
  }

  /// 0 tight, 1 decent, 2 loose, 3 very loose.
  private static func fitness(_ ratio: Double) -> Int { ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3 }

  private func path(to last: Int, _ nodes: [Node]) -> [Int] {
    var chosen: [Int] = []
    var index = last
    while nodes[index].previous >= 0 {
      chosen.append(nodes[index].point)
      index = nodes[index].previous
    }
    return chosen.reversed()
  }

  private func improve(_ candidates: inout [Node?], _ nodes: [Node], _ index: Int, _ point: Int, _ fit: Fit) {
    let from = nodes[index]
    let fitness = Self.fitness(fit.ratio)
    let demerits = from.demerits + demerits(from, point, fit, fitness)
    if demerits < candidates[fitness]?.demerits ?? .infinity {
      candidates[fitness] = Node(point: point, line: from.line + 1, fitness: fitness, demerits: demerits, previous: index)
    }
  }

  private func demerits(_ from: Node, _ point: Int, _ fit: Fit, _ fitness: Int) -> Double {
    let target = points[point]
    let line = 10 + fit.badness
    var demerits = line * line + target.penalty * target.penalty
    if points[from.point].addsHyphen {
      if target.addsHyphen { demerits += Self.doubleHyphen }
      if point == points.count - 1 { demerits += Self.finalHyphen }
    }
    if abs(fitness - from.fitness) > 1 && from.line > 0 { demerits += Self.unevenNeighbours }
    return demerits
  }

  /// How far the spaces of a line are stretched (> 0) or shrunk (< 0); below −1 the line is too wide.
  private func fit(from start: Int, to end: Int) -> Fit {
    let a = points[start].start
    let b = points[end].end
    let measure = shape.measure - (start == 0 ? shape.indent : 0)
    let spare = measure - (b.width - a.width)
    if spare < -0.001 {
      let shrink = shape.alignment == .justified ? b.shrink - a.shrink : 0
      let ratio = shrink > 0 ? spare / shrink : -.infinity
      // Beyond −1 the ratio tells how far the line sticks out.
      return ratio < -1 ? Fit(ratio: -1 + min(spare, -0.01), badness: .infinity) : Fit(ratio: ratio, badness: badness(ratio))
    }
    if points[end].isForced { return lastLineFit(spare, measure, isEnd: end == points.count - 1) }
    let stretch = (shape.alignment == .justified ? b.stretch - a.stretch : 0.12 * shape.measure) + extraStretch
    guard spare > 0.001 else { return Fit(ratio: 0, badness: 0) }
    let ratio = stretch > 0 ? spare / stretch : 100
    return Fit(ratio: ratio, badness: badness(ratio))
  }

  /// The last line may be short, though a lone syllable is not liked.
  private func lastLineFit(_ spare: Double, _ measure: Double, isEnd: Bool) -> Fit {
    Fit(ratio: 0, badness: isEnd && measure - spare < 0.08 * measure ? 90 : 0)
  }

  private func badness(_ ratio: Double) -> Double {
    let r = abs(ratio)
    return min(10_000, 100 * r * r * r)
  }
}
