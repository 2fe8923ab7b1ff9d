import NumericalCore
import Testing

@testable import Learning

@Suite struct CalculusTests {
  /// f(x) = ½·xᵀ·A·x + Σ exp(xᵢ) with a symmetric A: ∇²f = A + diag(exp x).
  @Test func hessianOfAQuadraticAndExponentials() {
    let root = GradientCheck.normal([4, 4], "root")
    let matrix = Tensor.multiply(root, root, transposingRight: true)
    let x = GradientCheck.normal([4], "x")
    let v = GradientCheck.normal([4], "v")
    func function(_ x: Variable<Double>) -> Variable<Double> {
      let row = x.reshaped(to: [1, 4])
      return (Variable.multiply(row, Variable(matrix)) * row).sum().scaled(by: 0.5) + x.exp().sum()
    }
    let hessian = Calculus.hessian(at: x, of: function)
    let product = Calculus.hessianVectorProduct(at: x, along: v, of: function)
    for i in 0..<4 {
      var expected = 0.0
      for j in 0..<4 {
        let entry = matrix[i, j] + (i == j ? x.map(.exp)[i] : 0)
        #expect(abs(hessian[i, j] - entry) < 1e-12)
        expected += entry * v[j]
      }
      #expect(abs(product[i] - expected) < 1e-12)
    }
  }

  /// f(x) = W·tanh(x): J = W·diag(1 − tanh²).
  @Test func jacobianAndItsProducts() {
    let weights = GradientCheck.normal([3, 5], "w")
    let x = GradientCheck.normal([3], "x")
    func function(_ x: Variable<Double>) -> Variable<Double> {
      Variable.multiply(x.tanh().reshaped(to: [1, 3]), Variable(weights)).reshaped(to: [5])
    }
    let jacobian = Calculus.jacobian(at: x, of: function)
    let (v, u) = (GradientCheck.normal([3], "v"), GradientCheck.normal([5], "u"))
    let forward = Calculus.jacobianVectorProduct(at: x, along: v, of: function)
    let backward = Calculus.vectorJacobianProduct(at: x, from: u, of: function)
    let slopes = x.map(.tanh).map(.square).affine(-1, 1)
    for j in 0..<5 {
      #expect(abs(forward[j] - (0..<3).reduce(0) { $0 + weights[$1, j] * slopes[$1] * v[$1] }) < 1e-12)
      for i in 0..<3 { #expect(abs(jacobian[j, i] - weights[i, j] * slopes[i]) < 1e-12) }
    }
    for i in 0..<3 {
      #expect(abs(backward[i] - (0..<5).reduce(0) { $0 + weights[i, $1] * slopes[i] * u[$1] }) < 1e-12)
    }
  }

  @Test func threeDerivatives() {
    let x = Variable(tracking: Tensor<Double>(vector: [0.3, -1.2, 2]))
    let first = x.sine().sum().gradient(withRespectTo: x, recording: true)
    let second = first.sum().gradient(withRespectTo: x, recording: true)
    let third = second.sum().gradient(withRespectTo: x)
    for (found, expected) in zip(third.value.elements, x.value.map(.cosine).elements) {
      #expect(abs(found + expected) < 1e-12)
    }
  }

  /// The gradients of single examples add up to the gradient of the batch, and equal those of batches of one.
  @Test func perExampleGradients() {
    let images = GradientCheck.normal([3, 4, 4, 2], "images")
    let labels = [0, 2, 1]
    let parameters = [
      Variable(tracking: GradientCheck.normal([3, 3, 2, 3], "filters")),
      Variable(tracking: GradientCheck.normal([3], "bias")),
      Variable(tracking: GradientCheck.normal([48, 3], "weights")),
      Variable(tracking: GradientCheck.normal([3], "offsets")),
      Variable(tracking: GradientCheck.normal([4, 4, 1], "gains")),
    ]
    func losses(_ images: Tensor<Double>, _ labels: [Int]) -> Variable<Double> {
      let responses = (Variable(images).convolved(with: parameters[0], padding: 1) + parameters[1]).tanh()
      return (responses * parameters[4]).flattenedRows().linear(parameters[2], bias: parameters[3])
        .crossEntropies(labels)
    }
    let each = losses(images, labels).gradientsPerExample(withRespectTo: parameters)
    for (example, label) in labels.enumerated() {
      let alone = losses(images.rows(example..<(example + 1)), [label]).gradients(withRespectTo: parameters)
      for (gradient, expected) in zip(each, alone) {
        #expect(gradient.shape == expected.shape.inserting(3, at: 0))
        let difference = gradient.row(example) - expected.value
        #expect(difference.norm <= 1e-12 * (1 + expected.value.norm))
      }
    }
  }

  @Test func perExampleGradientsOfSequences() {
    let table = Variable(tracking: GradientCheck.normal([5, 3], "table"))
    let weights = Variable(tracking: GradientCheck.normal([3, 2], "weights"))
    let bias = Variable(tracking: GradientCheck.normal([2], "bias"))
    func outputs(_ tokens: [Int], _ count: Int) -> Variable<Double> {
      table.gatheringRows(tokens).reshaped(to: [count, 2, 3]).linear(weights, bias: bias).tanh().sum(along: 1)
        .sum(along: 1)
    }
    let tokens = [1, 4, 4, 4, 0, 2]
    let each = outputs(tokens, 3).gradientsPerExample(withRespectTo: [table, weights, bias])
    for example in 0..<3 {
      let alone = outputs(Array(tokens[(2 * example)..<(2 * example + 2)]), 1)
        .gradients(withRespectTo: [table, weights, bias])
      for (gradient, expected) in zip(each, alone) {
        #expect((gradient.row(example) - expected.value).norm < 1e-12)
      }
    }
  }

  @Test func variablesWithoutInfluenceGetZeros() {
    let x = Variable(tracking: Tensor<Double>(vector: [1, 2]))
    let other = Variable(tracking: Tensor<Double>(vector: [3, 4, 5]))
    let gradients = x.square().sum().gradients(withRespectTo: [x, other])
    #expect(gradients[0].value.elements == [2, 4])
    #expect(gradients[1].value.elements == [0, 0, 0])
  }

  @Test func aGradientByAnIntermediateVariable() {
    let x = Variable(tracking: Tensor<Double>(vector: [1, 2]))
    let middle = x.square()
    let gradients = middle.square().sum().gradients(withRespectTo: [middle, x])
    #expect(gradients[0].value.elements == [2, 8])
    #expect(gradients[1].value.elements == [4, 32])
  }

  /// A chain of a hundred thousand operations is released without recursion.
  @Test func longChainsAreReleased() {
    var x = Variable(tracking: Tensor<Double>(vector: [1]))
    let start = x
    for _ in 0..<100_000 { x = x.affine(1, 1e-3) }
    #expect(x.gradient(withRespectTo: start).value.elements == [1])
  }
}
