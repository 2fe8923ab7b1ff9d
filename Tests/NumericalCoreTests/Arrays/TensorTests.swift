import Testing

@testable import NumericalCore

@Suite struct TensorTests {
  private static func counting(_ shape: Shape) -> Tensor<Double> {
    Tensor(shape, elements: (0..<shape.count).map(Double.init))
  }

  private static func normal(_ shape: Shape, _ stream: String) -> Tensor<Double> {
    var random = RandomSource(seed: 3, stream: stream)
    return Tensor.normal(shape, using: &random)
  }

  @Test func viewsShareTheirMemory() {
    let x = TensorTests.counting([4, 3, 2])
    let view = x.rows(1..<3).reshaped(to: [6, 2]).row(4)
    #expect(view.elements == [14, 15])
    #expect(view.storage === x.storage)
    #expect(x.slice(from: 5, shape: [2, 2]).elements == [5, 6, 7, 8])
    #expect(x.flattenedRows.shape == [4, 6])
  }

  @Test func changesStayWithTheirValue() {
    let x = TensorTests.counting([2, 3])
    var y = x.rows(1..<2)
    y.scale(by: 10)
    #expect(y.elements == [30, 40, 50])
    #expect(x.elements == [0, 1, 2, 3, 4, 5])
    let before = y.storage
    y[0, 1] = 7
    #expect(y.elements == [30, 7, 50])
    #expect(y.storage !== before)  // `before` shares it
  }

  @Test func aTensorOfItsOwnIsChangedInPlace() {
    var x = TensorTests.counting([8])
    let address = x.withElements { $0.baseAddress }
    x.add(TensorTests.counting([8]), times: 2)
    #expect(x.withElements { $0.baseAddress } == address)
    #expect(x.elements == (0..<8).map { 3 * Double($0) })
    x.apply(.square)
    #expect(x.withElements { $0.baseAddress } == address)
    #expect(x.elements == (0..<8).map { 9 * Double($0 * $0) })
  }

  private static let pairs: [(Shape, Shape)] = [
    ([2, 3, 4], [2, 3, 4]), ([2, 3, 4], []), ([], [2, 3]), ([2, 3, 4], [4]), ([4], [2, 3, 4]), ([2, 3, 4], [3, 4]),
    ([2, 3, 4], [2, 1, 1]), ([2, 3, 4], [2, 3, 1]), ([2, 3, 1], [2, 3, 4]), ([2, 3, 4], [1, 3, 1]), ([2, 1, 4], [3, 1]),
    ([3, 1], [1, 4]), ([1, 1], [2, 2]), ([2, 0], [1, 0]), ([5], [1]),
  ]

  /// Against the definition: index by index, extents of 1 repeated.
  @Test(arguments: 0..<15) func broadcasting(_ index: Int) throws {
    let (left, right) = TensorTests.pairs[index]
    let (a, b) = (TensorTests.normal(left, "a"), TensorTests.normal(right, "b"))
    let shape = try #require(Shape.broadcast(left, right))
    let operations: [(BinaryKernel, (Double, Double) -> Double)] = [
      (.add, { $0 + $1 }), (.subtract, { $0 - $1 }), (.multiply, { $0 * $1 }), (.divide, { $0 / $1 }),
      (.maximum, { max($0, $1) }), (.minimum, { min($0, $1) }), (.gate, { $1 > 0 ? $0 : 0 }),
    ]
    for (kernel, function) in operations {
      let found = Tensor.combine(kernel, a, b)
      #expect(found.shape == shape)
      let expected = (0..<shape.count).map { position in
        function(element(a, of: position, in: shape), element(b, of: position, in: shape))
      }
      #expect(found.elements == expected, "\(kernel) of \(left) and \(right)")
    }
    #expect(a.broadcast(to: shape).elements == (0..<shape.count).map { element(a, of: $0, in: shape) })
  }

  private func element(_ x: Tensor<Double>, of position: Int, in shape: Shape) -> Double {
    var rest = position
    var (offset, step) = (0, 1)
    for axis in stride(from: shape.rank - 1, through: 0, by: -1) {
      let index = rest % shape[axis]
      rest /= shape[axis]
      let own = axis - (shape.rank - x.rank)
      if own < 0 { continue }
      offset += (x.shape[own] == 1 ? 0 : index) * step
      step *= x.shape[own]
    }
    return x.elements[offset]
  }

  @Test func shapesThatDoNotBroadcast() {
    #expect(Shape.broadcast([2, 3], [2]) == nil)
    #expect(Shape.broadcast([2, 3], [3, 2]) == nil)
    #expect(Shape([128, 8, 8, 16]).description == "128 × 8 × 8 × 16")
  }

  @Test func reductionsAlongEveryAxis() {
    let x = TensorTests.normal([3, 4, 5], "r")
    for axis in 0..<3 {
      let (sum, largest) = (x.sum(along: axis), x.reduced(.maximum, along: axis))
      for position in 0..<sum.count {
        let inner = x.shape.count(of: (axis + 1)..<3)
        let (outer, rest) = (position / inner, position % inner)
        let along = (0..<x.shape[axis]).map { x.elements[(outer * x.shape[axis] + $0) * inner + rest] }
        #expect(abs(sum.elements[position] - along.reduce(0, +)) < 1e-14)
        #expect(largest.elements[position] == along.max())
      }
    }
    #expect(abs(x.sum() - x.elements.reduce(0, +)) < 1e-13)
    #expect(x.max() == x.elements.max() && x.min() == x.elements.min())
    #expect(TensorTests.counting([2, 3]).sum(along: -1, keepingAxis: true).shape == [2, 1])
    #expect(Tensor<Double>([3, 0]).sum(along: 1).elements == [0, 0, 0])
    #expect(Tensor<Double>([2, 3], elements: [1, 5, 5, 2, 0, 1]).argmaxOfRows() == [1, 0])
  }

  @Test func summedIsTheAdjointOfBroadcast() {
    for (small, large) in [([3, 1], [2, 3, 4]), ([4], [2, 3, 4]), ([], [2, 2]), ([2, 1, 4], [2, 5, 4])] as [(Shape, Shape)] {
      let (x, y) = (TensorTests.normal(small, "x"), TensorTests.normal(large, "y"))
      #expect(abs(Tensor.dot(x.broadcast(to: large), y) - Tensor.dot(x, y.summed(to: small))) < 1e-12)
    }
  }

  @Test func rearrangements() {
    let x = TensorTests.counting([2, 3, 4])
    let p = x.permuted([2, 0, 1])
    #expect(p.shape == [4, 2, 3])
    for i in 0..<2 { for j in 0..<3 { for k in 0..<4 { #expect(p[k, i, j] == x[i, j, k]) } } }
    #expect(x.transposed()[1, 3, 2] == x[1, 2, 3])
    #expect(x.sliced(1..<3, along: 2).elements == [1, 2, 5, 6, 9, 10, 13, 14, 17, 18, 21, 22])
    #expect(x.sliced(1..<2, along: 1).embedded(in: 3, at: 1, along: 1)[1, 1, 2] == x[1, 1, 2])
    let parts = [x.sliced(0..<1, along: 1), x.sliced(1..<3, along: 1)]
    #expect(Tensor.concatenated(parts, along: 1) == x)
    #expect(x.gatheringRows([1, 1, 0]).row(1) == x.row(1))
    #expect(x.scatteringRows([0, 0], into: 2).row(0) == x.row(0) + x.row(1))
    let m = TensorTests.counting([3, 4])
    #expect(m.picking([3, 0, 2]).elements == [3, 4, 10])
    #expect(m.picking([3, 0, 2]).placing([3, 0, 2], columns: 4).sum() == 17)
    #expect(Tensor<Float>.oneHot([1, 0], classes: 3).elements == [0, 1, 0, 1, 0, 0])
  }

  @Test func productsAgainstTheirDefinition() {
    for (m, k, n) in [(1, 1, 1), (7, 1, 5), (3, 5, 2), (17, 33, 19), (64, 16, 40)] {
      for ta in [false, true] {
        for tb in [false, true] {
          let a = TensorTests.normal(ta ? [k, m] : [m, k], "a")
          let b = TensorTests.normal(tb ? [n, k] : [k, n], "b")
          let bias = TensorTests.normal([n], "c")
          let c = Tensor.multiply(a, b, transposingLeft: ta, transposingRight: tb, bias: bias)
          let single = Tensor.multiply(
            a.converted(to: Float.self), b.converted(to: Float.self), transposingLeft: ta, transposingRight: tb)
          for i in 0..<m {
            for j in 0..<n {
              var sum = 0.0
              for l in 0..<k { sum += (ta ? a[l, i] : a[i, l]) * (tb ? b[j, l] : b[l, j]) }
              #expect(abs(c[i, j] - sum - bias[j]) < 1e-12)
              #expect(abs(Double(single[i, j]) - sum) < 1e-4)
            }
          }
        }
      }
    }
  }

  /// Beyond 2²⁶ multiplications OpenBLAS takes over: no seam may be seen.
  @Test func largeProductsAgreeWithSmallOnes() {
    let (a, b, bias) = (
      TensorTests.normal([420, 410], "a"), TensorTests.normal([400, 410], "b"), TensorTests.normal([400], "c")
    )
    let whole = Tensor.multiply(a, b, transposingRight: true, bias: bias, rectifying: true)
    for start in stride(from: 0, to: 420, by: 105) {
      let part = Tensor.multiply(a.rows(start..<(start + 105)), b, transposingRight: true, bias: bias, rectifying: true)
      let difference = (whole.rows(start..<(start + 105)) - part).map(.absolute).max()
      #expect(difference < 1e-11)
    }
  }

  @Test func batchedProducts() {
    let (a, b) = (TensorTests.normal([3, 4, 5], "a"), TensorTests.normal([3, 5, 2], "b"))
    let c = Tensor.multiply(a, b)
    for i in 0..<3 { #expect(c.row(i) == Tensor.multiply(a.row(i), b.row(i))) }
    let d = Tensor.multiply(a, b.row(1))
    for i in 0..<3 { #expect(d.row(i) == Tensor.multiply(a.row(i), b.row(1))) }
    #expect(Tensor.multiply(Tensor<Double>([2, 0]), Tensor<Double>([0, 3])).elements == [0, 0, 0, 0, 0, 0])
  }

  /// Against six nested loops.
  @Test func convolutionAgainstItsDefinition() {
    for (stride, padding, groups) in [(1, 1, 1), (2, 1, 1), (1, 0, 2), (3, 2, 2)] {
      let images = TensorTests.normal([2, 6, 5, 4], "i")
      let filters = TensorTests.normal([3, 2, 4 / groups, 6], "f")
      let geometry = ConvolutionGeometry(
        images: images.shape, filters: filters.shape, stride: stride, padding: padding, groups: groups)
      let y = Tensor.convolve(.forward, geometry, images, filters)
      #expect(y.shape == geometry.responseShape)
      let bias = TensorTests.normal([6], "c")
      let fused = Tensor.convolve(geometry, images, filters, bias: bias, rectifying: true)
      #expect((fused - (y + bias).map(.relu)).map(.absolute).max() < 1e-13)
      for n in 0..<2 {
        for i in 0..<geometry.outputHeight {
          for j in 0..<geometry.outputWidth {
            for o in 0..<6 {
              var sum = 0.0
              for r in 0..<3 {
                for s in 0..<2 {
                  let (row, column) = (i * stride + r - padding, j * stride + s - padding)
                  if row < 0 || row >= 6 || column < 0 || column >= 5 { continue }
                  let part = 4 / groups
                  let first = o / (6 / groups) * part
                  for c in 0..<part { sum += images[n, row, column, first + c] * filters[r, s, c, o] }
                }
              }
              #expect(abs(y[n, i, j, o] - sum) < 1e-12)
            }
          }
        }
      }
    }
  }

  @Test func softmaxOfRows() {
    let x = Tensor<Double>([2, 3], elements: [1000, 1000, 1000, 0, 1, 2])
    let y = x.softmax()
    #expect(abs(y[0, 1] - 1.0 / 3) < 1e-15)
    #expect(abs(y[1, 2] - 0.665_240_955_774_821_9) < 1e-14)
    #expect(abs(x.softmax(logarithm: true)[1, 0] + 2.407_605_964_444_380_3) < 1e-14)
  }
}
