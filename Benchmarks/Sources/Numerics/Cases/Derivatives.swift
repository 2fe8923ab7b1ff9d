import Learning
import NumericalCore

/// Higher and per-example derivatives of the perceptron.
enum Derivatives {
  static var benchmarks: [Benchmark] { [hessianVector, jacobian] }

  /// Products of the Hessian of the loss on one batch with 100 directions.
  private static var hessianVector: Benchmark {
    Benchmark("hessian-vector", units: 100) {
      let network = Network.perceptron()
      let batch = Workload.batches(1, side: 8, channels: 1)[0]
      let x = Variable(batch.x.flattenedRows)
      let directions = (0..<2).map { direction in
        network.parameters.enumerated().map { index, parameter in
          // The peers hold matrices transposed.
          let tensor = Workload.tensor(Shape(parameter.shape.array.reversed()), seed: 300 + 10 * direction + index)
          return parameter.rank == 2 ? tensor.permuted([1, 0]) : tensor
        }
      }
      return {
        (0..<100).reduce(0) { total, k in
          let parameters = network.parameters.map { Variable(tracking: $0) }
          let direction = directions[k % 2]
          let loss = network.apply(x, parameters).crossEntropy(batch.y)
          let gradients = loss.gradients(withRespectTo: parameters, recording: true)
          var slope = Variable.dot(gradients[0], Variable(direction[0]))
          for index in 1..<gradients.count { slope = slope + .dot(gradients[index], Variable(direction[index])) }
          let product = slope.gradients(withRespectTo: parameters)
          return total + zip(product, direction).reduce(0) { $0 + Double(Tensor.dot($1.0.value, $1.1)) }
        }
      }
    }
  }

  /// The derivatives of ten outputs by all weights, for each of 64 examples: the rows of the tangent kernel.
  private static var jacobian: Benchmark {
    Benchmark("jacobian", units: 5) {
      let network = Network.perceptron()
      let x = Workload.images(64, size: 64, seed: 10).x
      return {
        var total = 0.0
        for _ in 0..<5 {
          let parameters = network.parameters.map { Variable(tracking: $0) }
          let outputs = network.apply(Variable(x), parameters)
          total = (0..<Workload.classes).reduce(0) { total, output in
            let rows = outputs.sliced(output..<(output + 1), along: 1).gradientsPerExample(withRespectTo: parameters)
            return total + rows.reduce(0) { $0 + Double(Tensor.dot($1, $1)) }
          }
        }
        return total
      }
    }
  }
}
