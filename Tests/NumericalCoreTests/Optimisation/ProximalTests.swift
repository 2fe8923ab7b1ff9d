import Testing

@testable import NumericalCore

@Suite struct ProximalTests {
  /// A projection p of v is characterised by ⟨v − p, z − p⟩ ≤ 0 for all z of the set.
  private func expectProjection(_ v: [Double], _ p: [Double], _ members: [[Double]]) {
    for z in members {
      #expect(Vector.dot(Vector.subtract(v, p), Vector.subtract(z, p)) < 1e-9)
    }
  }

  private func vertices(_ count: Int, _ size: Double) -> [[Double]] {
    (0..<count).map { i in (0..<count).map { $0 == i ? size : 0 } }
  }

  @Test(arguments: [1, 2, 5, 100]) func simplex(count: Int) {
    var source = RandomSource(key: UInt64(count), stream: 4)
    for spread in [0.01, 1, 100] {
      let v = source.normals(count).map { spread * $0 }
      var p = v
      Projection.ontoSimplex(&p, total: 2)
      #expect(p.allSatisfy { $0 >= 0 } && agree(Vector.sum(p), 2, absolute: 1e-11 * spread + 1e-13))
      expectProjection(v, p, vertices(count, 2))
      var q = p
      Projection.ontoSimplex(&q, total: 2)
      #expect(distance(p, q) < 1e-12)
    }
    var known = [0.5, 0.1, -3]
    Projection.ontoSimplex(&known)
    #expect(distance(known, [0.7, 0.3, 0]) < 1e-15)
  }

  @Test func balls() {
    var source = RandomSource(key: 1, stream: 5)
    for _ in 0..<20 {
      let v = source.normals(9)
      var p = v
      Projection.ontoL1Ball(&p, radius: 1.5)
      #expect(Vector.l1Norm(p) <= 1.5 + 1e-12)
      expectProjection(v, p, vertices(9, 1.5) + vertices(9, -1.5))
      var q = v
      Projection.ontoBall(&q, radius: 0.5)
      #expect(agree(Vector.norm(q), 0.5, relative: 1e-14))
      #expect(distance(q, v.map { $0 * 0.5 / Vector.norm(v) }) < 1e-15)
    }
    var inside = [0.1, -0.2]
    Projection.ontoL1Ball(&inside, radius: 1)
    Projection.ontoBall(&inside, radius: 1)
    #expect(inside == [0.1, -0.2])
    Projection.ontoL1Ball(&inside, radius: 0)
    #expect(inside == [0, 0])
  }

  @Test func boxes() {
    var v = [-2, 0.3, 5]
    Projection.ontoBox(&v, lower: -1, upper: 1)
    #expect(v == [-1, 0.3, 1])
    v = [0.9, 0.5, 0.1]
    Projection.ontoBox(&v, center: [0.5, 0.5, 0.05], radius: 0.125, lower: 0, upper: 1)
    #expect(v == [0.625, 0.5, 0.1])
    v = [-1, 2]
    Projection.ontoBox(&v, center: [0.05, 0.95], radius: 0.1, lower: 0, upper: 1)
    #expect(v == [0, 1])
  }

  @Test func semidefiniteCone() throws {
    let a = RandomMatrices.symmetric(7, 3)
    let p = try Projection.ontoSemidefinite(a)
    #expect(try SymmetricEigen.values(of: p)[0] > -1e-12)
    // The rest is the projection of −A, and orthogonal to p (Moreau).
    let rest = p - a
    #expect(try SymmetricEigen.values(of: rest)[0] > -1e-12 && abs((p * rest).trace) < 1e-11)
  }

  @Test func thresholds() throws {
    var v = [3, -0.5, -2]
    Proximal.l1Norm(&v, threshold: 1)
    #expect(v == [2, 0, -1])
    Proximal.l1Norm(&v, thresholds: [0.5, 1, 3])
    #expect(v == [1.5, 0, 0])
    v = [3, -0.5, 0.2]
    Proximal.nonnegativeL1Norm(&v, threshold: 0.5)
    #expect(v == [2.5, 0, 0])
    v = [3, 4, 0.3, 0.4, 7]
    Proximal.groupNorm(&v, groups: [0..<2, 2..<4], threshold: 1)
    #expect(distance(v, [2.4, 3.2, 0, 0, 7]) < 1e-15)
    v = [3, -1]
    Proximal.elasticNet(&v, threshold: 0.5, ridge: 2)
    #expect(v == [1.25, -0.25])
  }

  /// The optimality condition of the nuclear norm: (A − P)/t = UVᵀ + W with W ⊥ and ‖W‖ ≤ 1, and the singular values.
  @Test(arguments: [(6, 4), (4, 6), (5, 5)]) func nuclearNorm(rows: Int, columns: Int) throws {
    let a = RandomMatrices.normal(rows, columns, 8)
    let before = try SVD.values(of: a)
    let t = before[1] + 0.3 * (before[0] - before[1])
    for threshold in [0, before[2] * 0.99, t, before[0] + 1] {
      var p = a
      let (rank, norm) = try Proximal.nuclearNorm(&p, threshold: threshold)
      let after = try SVD.values(of: p)
      #expect(distance(after, before.map { max(0, $0 - threshold) }) < 1e-12)
      #expect(rank == before.count { $0 > threshold } && agree(norm, Vector.sum(after), absolute: 1e-12))
      #expect(try (a - p).spectralNorm() <= threshold + 1e-12)
      #expect(agree(Vector.dot((a - p).elements, p.elements), threshold * norm, absolute: 1e-11))
    }
  }
}
