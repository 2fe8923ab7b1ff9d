import NumericalCore
import Testing

@testable import Learning

/// Against PyTorch 2: `max_pool2d(x, 3, 2, 1)` and `avg_pool2d(x, 3, 2, 1)`, of `ramp([1, 5, 5, 2], 5, 17)`.
@Suite struct PoolingTests {
  private static func expect(_ layer: any Layer, _ expected: [Double]) {
    let network = Network<Double>(input: [5, 5, 2], random: RandomSource(seed: 0, stream: ""), layers: [layer])
    let outputs = network(LayerCheck.ramp([1, 5, 5, 2], 5, 17))
    #expect(outputs.shape == [1, 3, 3, 2])
    for (found, expected) in zip(outputs.elements, expected) { #expect(abs(found - expected) < 1e-14) }
  }

  @Test func maxima() {
    PoolingTests.expect(
      MaxPool2D(3, stride: 2, padding: 1),
      [0.8, 0.7, 0.5, 0.7, 0.5, 0.3, 0.8, 0.6, 0.4, 0.8, 0.4, 0.8, 0.6, 0.4, 0.8, 0.7, 0.2, 0.7])
  }

  /// Sums of the windows times 10: divided by 9, or by the number of pixels inside of the image.
  @Test func means() {
    let sums: [Double] = [3, 6, 1, -3, 4, -10, 21, 0, -12, 16, -3, 10, 8, -6, 0, 13, -8, 12]
    let inside: [Double] = [4, 4, 6, 6, 4, 4, 6, 6, 9, 9, 6, 6, 4, 4, 6, 6, 4, 4]
    PoolingTests.expect(AveragePool2D(3, stride: 2, padding: 1), sums.map { $0 / 90 })
    PoolingTests.expect(
      AveragePool2D(3, stride: 2, padding: 1, countingPadding: false), zip(sums, inside).map { $0 / (10 * $1) })
  }

  @Test func meansOfAllPlaces() {
    let network = LayerCheck.network([GlobalAveragePool()], input: [2, 2, 2])
    #expect(network(Tensor([1, 2, 2, 2], elements: [1, 10, 2, 20, 3, 30, 6, 40])).elements == [3, 25])
    #expect(LayerCheck.network([GlobalAveragePool()], input: [5, 3]).output == [3])
  }

  @Test func derivatives() {
    LayerCheck.expectGradients([Activation(.tanh), MaxPool2D(2, stride: 1, padding: 1)], input: [3, 3, 2], examples: 2)
    LayerCheck.expectGradients([Activation(.tanh), AveragePool2D(2)], input: [4, 4, 2], examples: 2)
    LayerCheck.expectGradients(
      [Activation(.tanh), AveragePool2D(3, stride: 2, padding: 1, countingPadding: false)], input: [3, 4, 1], examples: 2)
    LayerCheck.expectGradients([Activation(.tanh), GlobalAveragePool()], input: [2, 2, 2])
  }
}
