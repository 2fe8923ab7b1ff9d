import NumericalCore
import Testing

@testable import Learning

@Suite struct InitialisationTests {
  private func moments(_ initialisation: Initialisation, _ fans: Fans) -> (variance: Double, largest: Double) {
    var random = RandomSource(seed: 4, stream: "initialisation")
    let x: Tensor<Double> = initialisation.draw([200, 500], fans, using: &random)
    #expect(abs(x.mean()) < 0.02 * x.map(.absolute).max())
    return (x.map(.square).mean(), x.map(.absolute).max())
  }

  /// Variances within 1 % (100 000 numbers: standard error ≤ 0.5 %), bounds of the uniform ones within 0.1 %.
  @Test func variancesAndBounds() {
    let fans = Fans(in: 200, out: 500)
    let normals: [(Initialisation, Double)] = [
      (.heNormal, 2.0 / 200), (.leCunNormal, 1.0 / 200), (.glorotNormal, 2.0 / 700), (.neuralTangent, 1),
      (.meanField, 1), (.normal(standardDeviation: 3), 9),
    ]
    for (initialisation, variance) in normals {
      #expect(abs(moments(initialisation, fans).variance / variance - 1) < 0.015, "\(initialisation)")
    }
    let uniforms: [(Initialisation, Double)] = [
      (.heUniform, 6.0 / 200), (.leCunUniform, 3.0 / 200), (.glorotUniform, 6.0 / 700), (.uniform(bound: 0.3), 0.09),
      (.fanInUniform, 1.0 / 200),
    ]
    for (initialisation, square) in uniforms {
      let (variance, largest) = moments(initialisation, fans)
      #expect(abs(variance / (square / 3) - 1) < 0.01, "\(initialisation)")
      #expect(largest <= square.squareRoot() && largest > 0.999 * square.squareRoot(), "\(initialisation)")
    }
  }

  @Test func multipliers() {
    let fans = Fans(in: 16, out: 3)
    #expect(Initialisation.neuralTangent.multiplier(fans) == 0.25)
    #expect(Initialisation.meanField.multiplier(fans) == 0.0625)
    #expect(Initialisation.heNormal.multiplier(fans) == 1)
  }

  @Test(arguments: [[5, 3], [3, 5], [2, 2, 2, 4]]) func orthogonalMatrices(_ extents: [Int]) {
    var random = RandomSource(seed: 2, stream: "orthogonal")
    let x: Tensor<Double> = Initialisation.orthogonal(gain: 2).draw(Shape(extents), Fans(in: 1, out: 1), using: &random)
    let columns = extents[extents.count - 1]
    let matrix = x.reshaped(to: [x.count / columns, columns])
    let tall = matrix.shape[0] >= columns
    let products = Tensor.multiply(matrix, matrix, transposingLeft: tall, transposingRight: !tall)
    for i in 0..<products.shape[0] {
      for j in 0..<products.shape[1] { #expect(abs(products[i, j] - (i == j ? 4 : 0)) < 1e-13) }
    }
  }

  @Test func namesAreUnderstood() {
    for name in Initialisation.names { #expect(Initialisation(named: name) != nil) }
    #expect(Initialisation(named: "he-normal") == .heNormal)
    #expect(Initialisation(named: "he") == nil)
  }
}
