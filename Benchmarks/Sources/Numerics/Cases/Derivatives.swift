import Learning
import NumericalCore

/// Higher and per-example derivatives of the perceptron.
enum Derivatives {
  static var benchmarks: [Benchmark] { [hessianVector, jacobian] }

  /// Products of the Hessian of the loss on one batch with 100 directions.
  private static var hessianVector: Benchmark {
    Benchmark("hessian-vector", units: 100) {
      let network = Networks.perceptron()
      let batch = Training.flatBatches()[0]
      let directions = [300, 310].map { seed in
        Networks.joined(
          network.slots.enumerated().map { index, slot in
            // The peers hold matrices transposed.
            let tensor = Workload.tensor(Shape(slot.shape.array.reversed()), seed: seed + index)
            return slot.shape.rank == 2 ? tensor.permuted([1, 0]) : tensor
          })
      }
      return {
        (0..<100).reduce(0) { total, k in
          let direction = directions[k % 2]
          let product = network.hessianVectorProduct(along: direction) { parameters in
            var pass = network.evaluationPass()
            return network.logits(Variable(batch.x), parameters: parameters, pass: &pass).crossEntropy(batch.y)
          }
          return total + Double(Tensor.dot(product, direction))
        }
      }
    }
  }

  /// The derivatives of ten outputs by all weights, for each of 64 examples: the rows of the tangent kernel.
  private static var jacobian: Benchmark {
    Benchmark("jacobian", units: 5) {
      let network = Networks.perceptron()
      let x = Variable(Workload.images(64, size: 64, seed: 10).x)
      return {
        var total = 0.0
        for _ in 0..<5 {
          total = (0..<Workload.classes).reduce(0) { total, output in
            let rows = network.gradientsPerExample { parameters in
              var pass = network.evaluationPass()
              return network.logits(x, parameters: parameters, pass: &pass).sliced(output..<(output + 1), along: 1)
            }
            return total + Double(Tensor.dot(rows, rows))
          }
        }
        return total
      }
    }
  }
}
