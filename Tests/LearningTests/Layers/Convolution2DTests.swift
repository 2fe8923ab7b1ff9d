import NumericalCore
import Testing

@testable import Learning

@Suite struct Convolution2DTests {
  /// Sums over a window of ones: numbers of pixels inside of the image.
  @Test func windowsAndPadding() {
    func outputs(_ layer: Convolution2D, _ input: Shape) -> Tensor<Double> {
      var network = Network<Double>(input: input, random: RandomSource(seed: 1, stream: "x"), layers: [layer])
      network.parameters = Tensor(network.parameters.shape, repeating: 1)
      return network(Tensor(input.inserting(1, at: 0), repeating: 1))
    }
    #expect(outputs(Convolution2D(1, kernel: 3, bias: false), [3, 4, 2]).elements == [18, 18])
    #expect(outputs(Convolution2D(1, kernel: 3, padding: 1, bias: false), [2, 3, 1]).elements == [4, 6, 4, 4, 6, 4])
    // Of one row and column of zeros, the windows of `same` put none above and left, one below and right.
    let same = outputs(Convolution2D(1, kernel: 3, stride: 2, padding: .same, bias: false), [4, 4, 1])
    #expect(same.shape == [1, 2, 2, 1])
    #expect(same.elements == [9, 6, 6, 4])
    #expect(outputs(Convolution2D(4, kernel: 1, groups: 2), [1, 1, 4]).elements == [3, 3, 3, 3])
  }

  @Test func fans() {
    let plan = Convolution2D(8, kernel: 3, groups: 2).plan(for: [5, 5, 6])
    #expect(plan.parameters[0].shape == [3, 3, 3, 8])
    #expect(plan.parameters[0].fans == Fans(in: 27, out: 36))
  }

  @Test func derivatives() {
    LayerCheck.expectGradients([Convolution2D(2, kernel: 3, padding: 1, activation: .softplus)], input: [4, 3, 2])
    LayerCheck.expectGradients([Convolution2D(4, kernel: 2, stride: 2, padding: .same, groups: 2)], input: [3, 3, 2], examples: 2)
    LayerCheck.expectGradients([Convolution2D(2, kernel: 3, initialisation: .neuralTangent)], input: [3, 3, 1], examples: 2)
  }
}
