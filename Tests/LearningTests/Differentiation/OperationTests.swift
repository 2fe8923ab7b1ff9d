import NumericalCore
import Testing

@testable import Learning

/// Every operation's first and second derivative against finite differences.
@Suite struct OperationTests {
  private typealias Unary = @Sendable (Variable<Double>) -> Variable<Double>

  private static let smooth: [(name: String, function: Unary)] = [
    ("exp", { $0.exp() }), ("expm1", { $0.expm1() }), ("square", { $0.square() }), ("tanh", { $0.tanh() }),
    ("sigmoid", { $0.sigmoid() }), ("softplus", { $0.softplus() }), ("erf", { $0.erf() }), ("sine", { $0.sine() }),
    ("cosine", { $0.cosine() }), ("gelu", { $0.gelu() }), ("affine", { $0.affine(-2, 3) }), ("relu", { $0.relu() }),
    ("absolute", { $0.absolute() }), ("clamped", { $0.clamped(-0.5, 0.75) }), ("negation", { -$0 }),
    ("leakyRelu", { $0.leakyRelu(0.3) }), ("softmax", { $0.softmax() }), ("logSoftmax", { $0.logSoftmax() }), ("logSumExp", { $0.logSumExp() }),
  ]

  private static let onPositive: [(name: String, function: Unary)] = [
    ("log", { $0.log() }), ("log1p", { $0.log1p() }), ("squareRoot", { $0.squareRoot() }),
    ("reciprocal", { $0.reciprocal() }), ("power", { $0.power(2.5) }),
  ]

  @Test(arguments: 0..<19) func smoothFunctions(_ index: Int) {
    let (_, function) = OperationTests.smooth[index]
    GradientCheck.expect([GradientCheck.normal([3, 4])]) { function($0[0]) }
  }

  @Test(arguments: 0..<5) func functionsOfPositiveNumbers(_ index: Int) {
    let (_, function) = OperationTests.onPositive[index]
    GradientCheck.expect([GradientCheck.positive([2, 5])]) { function($0[0]) }
  }

  private static let shapes: [(Shape, Shape)] = [
    ([3, 4], [3, 4]), ([3, 4], []), ([], [3, 4]), ([3, 4], [4]), ([4], [3, 4]), ([3, 4], [3, 1]), ([3, 1], [3, 4]),
    ([2, 3, 4], [3, 1]), ([2, 1, 4], [3, 1]), ([2, 3, 4], [2, 1, 1]),
  ]

  @Test(arguments: 0..<10) func arithmeticBroadcasts(_ index: Int) {
    let (left, right) = OperationTests.shapes[index]
    let operands = [GradientCheck.positive(left, "a"), GradientCheck.positive(right, "b")]
    GradientCheck.expect(operands) { $0[0] + $0[1] }
    GradientCheck.expect(operands) { $0[0] - $0[1] }
    GradientCheck.expect(operands) { $0[0] * $0[1] }
    GradientCheck.expect(operands) { $0[0] / $0[1] }
    GradientCheck.expect(operands) { Variable.maximum($0[0], $0[1]) }
    GradientCheck.expect(operands) { Variable.minimum($0[0], $0[1]) }
  }

  @Test func reductions() {
    let x = [GradientCheck.normal([2, 3, 4])]
    for axis in -1..<3 {
      GradientCheck.expect(x) { $0[0].square().sum(along: axis) }
      GradientCheck.expect(x) { $0[0].exp().mean(along: axis, keepingAxis: true) }
      GradientCheck.expect(x) { $0[0].square().max(along: axis) }
    }
    GradientCheck.expect(x) { $0[0].exp().sum() }
    GradientCheck.expect(x) { $0[0].sine().mean() }
    GradientCheck.expect(x) { $0[0].normsOfRows() }
    GradientCheck.expect([GradientCheck.normal([3, 2], "a"), GradientCheck.normal([3, 2], "b")]) {
      Variable.dot($0[0].exp(), $0[1])
    }
    GradientCheck.expect([GradientCheck.normal([3, 1])]) { $0[0].square().broadcast(to: [2, 3, 4]) }
    GradientCheck.expect(x) { $0[0].square().summed(to: [3, 1]) }
  }

  @Test func rearrangements() {
    let x = [GradientCheck.normal([2, 3, 4])]
    GradientCheck.expect(x) { $0[0].square().reshaped(to: [4, 6]) }
    GradientCheck.expect(x) { $0[0].square().permuted([2, 0, 1]) }
    GradientCheck.expect(x) { $0[0].square().transposed() }
    for axis in 0..<3 {
      GradientCheck.expect(x) { $0[0].square().sliced(1..<2, along: axis) }
      GradientCheck.expect(x) { $0[0].square().embedded(in: 7, at: 2, along: axis) }
      GradientCheck.expect(x) { Variable.concatenated([$0[0].square(), $0[0].exp()], along: axis) }
    }
    GradientCheck.expect([GradientCheck.normal([4, 3])]) { $0[0].square().gatheringRows([2, 0, 2, 3, 2]) }
    GradientCheck.expect([GradientCheck.normal([4, 3])]) { $0[0].square().scatteringRows([2, 0, 2, 5], into: 6) }
    GradientCheck.expect([GradientCheck.normal([4, 3])]) { $0[0].square().picking([2, 0, 1, 1]) }
    GradientCheck.expect([GradientCheck.normal([4])]) { $0[0].square().placing([2, 0, 1, 1], columns: 3) }
  }

  @Test func productsTransposedAndBatched() {
    for ta in [false, true] {
      for tb in [false, true] {
        let left: Shape = ta ? [3, 2] : [2, 3]
        let right: Shape = tb ? [4, 3] : [3, 4]
        let (a, b) = (GradientCheck.normal(left, "a"), GradientCheck.normal(right, "b"))
        let (c, d) = (
          GradientCheck.normal(left.inserting(2, at: 0), "c"), GradientCheck.normal(right.inserting(2, at: 0), "d")
        )
        for pair in [[a, b], [c, d], [c, b], [a, d]] {
          GradientCheck.expect(pair) {
            Variable.multiply($0[0].square(), $0[1].square(), transposingLeft: ta, transposingRight: tb)
          }
        }
      }
    }
  }

  @Test func linear() {
    let parameters = [GradientCheck.normal([3, 4], "w"), GradientCheck.normal([4], "b")]
    GradientCheck.expect([GradientCheck.normal([5, 3])] + parameters) {
      $0[0].square().linear($0[1].square(), bias: $0[2].square())
    }
    GradientCheck.expect([GradientCheck.normal([2, 3, 3])] + parameters) { $0[0].linear($0[1], bias: $0[2]).square() }
    GradientCheck.expect([GradientCheck.normal([5, 3])] + parameters) { $0[0].linear($0[1].square()).tanh() }
    GradientCheck.expect([GradientCheck.normal([5, 3])] + parameters) {
      $0[0].linear($0[1], bias: $0[2], rectifying: true).square()
    }
  }

  private static let convolutions: [(images: Shape, filters: Shape, stride: Int, padding: Int, groups: Int)] = [
    ([2, 5, 4, 2], [3, 3, 2, 3], 1, 1, 1), ([1, 5, 5, 2], [3, 3, 2, 2], 2, 1, 1), ([2, 4, 4, 3], [1, 1, 3, 2], 1, 0, 1),
    ([1, 5, 4, 4], [3, 3, 1, 4], 1, 1, 4), ([1, 4, 6, 4], [2, 3, 2, 6], 2, 2, 2), ([2, 1, 7, 2], [1, 3, 2, 3], 1, 0, 1),
  ]

  @Test(arguments: 0..<6) func convolutions(_ index: Int) {
    let (images, filters, stride, padding, groups) = OperationTests.convolutions[index]
    GradientCheck.expect([GradientCheck.normal(images, "i"), GradientCheck.normal(filters, "f")]) {
      $0[0].square().convolved(with: $0[1].square(), stride: stride, padding: padding, groups: groups)
    }
  }

  @Test func convolutionGradientsAreConvolutions() {
    let geometry = ConvolutionGeometry(images: [1, 5, 4, 2], filters: [3, 3, 2, 3], stride: 2, padding: 1)
    let (images, filters, responses) = (
      GradientCheck.normal(geometry.imageShape, "i"), GradientCheck.normal(geometry.filterShape, "f"),
      GradientCheck.normal(geometry.responseShape, "r")
    )
    GradientCheck.expect([responses, filters]) {
      Variable.convolve(.inputGradient, geometry, $0[0].square(), $0[1].square())
    }
    GradientCheck.expect([images, responses]) {
      Variable.convolve(.filterGradient, geometry, $0[0].square(), $0[1].square())
    }
  }

  @Test func crossEntropy() {
    let logits = GradientCheck.normal([4, 3])
    GradientCheck.expect([logits]) { ($0[0] * $0[0]).crossEntropies([2, 0, 1, 1]) }
    GradientCheck.expect([logits]) { $0[0].crossEntropy([2, 0, 1, 1]) }
    // log 3 for equal logits.
    let flat = Variable(Tensor<Double>([2, 3])).crossEntropies([0, 2]).value.elements
    #expect(flat.allSatisfy { abs($0 - 1.098_612_288_668_109_8) < 1e-15 })
  }

  @Test func standardisation() {
    let x = [GradientCheck.normal([4, 3])]
    for ofRows in [false, true] {
      GradientCheck.expect(x) { $0[0].square().standardized(ofRows: ofRows, epsilon: 0.1).output.tanh() }
    }
    let (mean, scale) = (GradientCheck.normal([3], "mean"), GradientCheck.positive([3]))
    GradientCheck.expect(x) { $0[0].standardized(mean: mean, scale: scale).square() }
  }

  @Test func pooling() {
    let images = [GradientCheck.normal([2, 4, 3, 2])]
    for padding in [0, 1] {
      let geometry = PoolingGeometry(images: [2, 4, 3, 2], window: (2, 3), stride: 1 + padding, padding: padding)
      GradientCheck.expect(images) { $0[0].square().maximumPooled(geometry).square() }
      for counting in [false, true] {
        GradientCheck.expect(images) { $0[0].square().averagePooled(geometry, countingPadding: counting).square() }
      }
    }
  }

  @Test func biasedConvolutions() {
    let geometry = ConvolutionGeometry(images: [2, 3, 3, 2], filters: [2, 2, 2, 3], padding: 1)
    let inputs = [
      GradientCheck.normal([2, 3, 3, 2], "x"), GradientCheck.normal([2, 2, 2, 3], "f"), GradientCheck.normal([3], "b"),
    ]
    for rectifying in [false, true] {
      GradientCheck.expect(inputs) {
        Variable.convolve(geometry, $0[0].square(), $0[1], bias: $0[2], rectifying: rectifying).square()
      }
    }
  }
}
