import Learning
import NumericalCore

/// A function of a batch and of parameters.
struct Network {
  var parameters: [Tensor<Float>]
  let apply: (Variable<Float>, [Variable<Float>]) -> Variable<Float>

  func callAsFunction(_ x: Variable<Float>) -> Variable<Float> { apply(x, parameters.map { Variable($0) }) }

  static func perceptron() -> Network {
    Network(
      parameters: [
        Workload.denseWeights(64, 128, seed: 100), Tensor([128]), Workload.denseWeights(128, 128, seed: 102),
        Tensor([128]), Workload.denseWeights(128, 10, seed: 104), Tensor([10]),
      ]
    ) { x, p in
      x.linear(p[0], bias: p[1]).relu().linear(p[2], bias: p[3]).relu().linear(p[4], bias: p[5])
    }
  }

  /// On images of 8 × 8 × 1.
  static func smallCNN() -> Network {
    Network(
      parameters: [
        Workload.filters(1, 16, seed: 100), Tensor([16]), Workload.filters(16, 32, seed: 102), Tensor([32]),
        Workload.readoutWeights(side: 4, channels: 32, 10, seed: 104), Tensor([10]),
      ]
    ) { x, p in
      let first = (x.convolved(with: p[0], padding: 1) + p[1]).relu()
      let second = (first.convolved(with: p[2], stride: 2, padding: 1) + p[3]).relu()
      return second.flattenedRows().linear(p[4], bias: p[5])
    }
  }

  /// On images of 32 × 32 × 3.
  static func largeCNN() -> Network {
    Network(
      parameters: [
        Workload.filters(3, 16, seed: 100), Tensor([16]), Workload.filters(16, 32, seed: 102), Tensor([32]),
        Workload.filters(32, 32, seed: 104), Tensor([32]),
        Workload.readoutWeights(side: 8, channels: 32, 10, seed: 106), Tensor([10]),
      ]
    ) { x, p in
      let first = (x.convolved(with: p[0], padding: 1) + p[1]).relu()
      let second = (first.convolved(with: p[2], stride: 2, padding: 1) + p[3]).relu()
      let third = (second.convolved(with: p[4], stride: 2, padding: 1) + p[5]).relu()
      return third.flattenedRows().linear(p[6], bias: p[7])
    }
  }
}
