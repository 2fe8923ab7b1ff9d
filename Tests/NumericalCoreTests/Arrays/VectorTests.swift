import Testing

@testable import NumericalCore

@Suite struct VectorTests {
  @Test func kernelsAgreeWithPlainLoopsAtEveryLength() {
    var source = RandomSource(seed: 1, stream: "vectors")
    for count in 0..<70 {
      let x = source.normals(count)
      let y = source.normals(count)
      let dot = zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }
      let distance = zip(x, y).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      #expect(agree(Vector.dot(x, y), dot, absolute: 1e-13))
      #expect(agree(Vector.sum(x), x.reduce(0, +), absolute: 1e-13))
      #expect(agree(Vector.squaredDistance(x, y), distance, absolute: 1e-12))
      var z = y
      Vector.axpy(2, x, into: &z)
      #expect(z == zip(x, y).map { $1 + 2 * $0 })
      Vector.scale(&z, by: 0.5)
      #expect(agree(Vector.norm(z), Vector.squaredNorm(z).squareRoot()))
    }
  }

  @Test func norms() {
    #expect(Vector.l1Norm([1, -2]) == 3)
    #expect(Vector.maxNorm([1, -2]) == 2)
    #expect(Vector.maxNorm([1, .nan, 2]).isNaN)
    #expect(Vector.norm([3, 4]) == 5)
    #expect(Vector.add([1, 2], [3, 4]) == [4, 6])
  }

  @Test func spacing() {
    #expect(Vector.linearlySpaced(from: 0, through: 1, count: 5) == [0, 0.25, 0.5, 0.75, 1])
    let decades = Vector.logarithmicallySpaced(from: 1, through: 1000, count: 4)
    #expect(decades[0] == 1 && decades[3] == 1000)
    #expect(agree(decades[1], 10, relative: 1e-14) && agree(decades[2], 100, relative: 1e-14))
  }
}
