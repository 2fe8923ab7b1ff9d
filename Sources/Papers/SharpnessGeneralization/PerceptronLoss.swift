import Diagnostics
import Learning
import NumericalCore

extension SharpnessGeneralization {
  /// The mean cross-entropy of a perceptron on some points, and its gradient by back-propagation.
  ///
  /// Sharpness takes thousands of passes through networks so small that recording each operation would cost several times
  /// what the arithmetic does; this does the arithmetic alone, and agrees with `Network.valueAndGradient`.
  struct PerceptronLoss {
    /// Logits shorter than this are not stretched to norm 1.
    private static let smallestNorm: Float = 1e-10

    /// Weights and bias of the dense layers, in turn.
    private let slots: [NetworkSlot]
    /// `[points × inputs]`.
    private let points: Tensor<Float>
    private let labels: [Int32]
    /// Whether logits are centred and brought to norm 1 before the loss.
    private let isNormalised: Bool

    /// - Parameters:
    ///   - network: dense layers with rectifiers between them.
    ///   - points: `[points × …]`.
    ///   - labels: one a point.
    init(_ network: Network<Float>, points: Tensor<Float>, labels: [Int], isNormalised: Bool = false) {
      if network.slots.isEmpty || !network.slots.count.isMultiple(of: 2) {
        trap("\(network.slots.count) tensors of parameters are not those of dense layers")
      }
      slots = network.slots
      self.points = points.flattenedRows
      self.labels = labels.map { Int32($0) }
      self.isNormalised = isNormalised
    }

    /// - Parameter parameters: of the network, flat.
    func value(_ parameters: Tensor<Float>) -> Double {
      var outputs = activations(parameters)
      var logits = outputs.removeLast()
      if isNormalised { _ = PerceptronLoss.normalise(&logits) }
      return PerceptronLoss.mean(logits.crossEntropies(labels).losses)
    }

    /// - Parameter parameters: of the network, flat.
    func valueAndGradient(_ parameters: Tensor<Float>) -> (value: Double, gradient: Tensor<Float>) {
      var inputs = activations(parameters)
      var logits = inputs.removeLast()
      let lengths = isNormalised ? PerceptronLoss.normalise(&logits) : []
      let (losses, softmax) = logits.crossEntropies(labels)
      let weights = Tensor<Float>([labels.count], repeating: 1 / Float(labels.count))
      var error = softmax.crossEntropyGradient(labels, weights: weights)
      if isNormalised { PerceptronLoss.pullBack(&error, through: logits, lengths) }
      let gradient = Tensor<Float>(parameters.shape) { target in
        for layer in inputs.indices.reversed() {
          let input = inputs[layer]
          copy(Tensor.multiply(input, error, transposingLeft: true), to: target, slots[2 * layer])
          copy(error.sum(along: 0), to: target, slots[2 * layer + 1])
          if layer == 0 { continue }
          let back = Tensor.multiply(error, tensor(parameters, 2 * layer), transposingRight: true)
          error = .combine(.gate, back, input)
        }
      }
      return (PerceptronLoss.mean(losses), gradient)
    }

    /// The inputs of every layer, and the logits.
    private func activations(_ parameters: Tensor<Float>) -> [Tensor<Float>] {
      var result = [points]
      let layers = slots.count / 2
      for layer in 0..<layers {
        result.append(
          .multiply(
            result[layer], tensor(parameters, 2 * layer), bias: tensor(parameters, 2 * layer + 1),
            rectifying: layer < layers - 1))
      }
      return result
    }

    private func tensor(_ parameters: Tensor<Float>, _ slot: Int) -> Tensor<Float> {
      parameters.slice(from: slots[slot].range.lowerBound, shape: slots[slot].shape)
    }

    private func copy(_ part: Tensor<Float>, to target: UnsafeMutableBufferPointer<Float>, _ slot: NetworkSlot) {
      part.withElements { source in
        guard let to = target.baseAddress, let from = source.baseAddress else { return }
        (to + slot.range.lowerBound).update(from: from, count: source.count)
      }
    }

    /// In double precision: sharpness is a small difference of such means.
    private static func mean(_ losses: Tensor<Float>) -> Double {
      losses.withElements { losses in
        var total = 0.0
        for loss in losses { total += Double(loss) }
        return total / Double(losses.count)
      }
    }

    // MARK: Normalised logits

    /// Centres every row and divides it by its norm.
    /// - Returns: the norms.
    private static func normalise(_ logits: inout Tensor<Float>) -> [Float] {
      let columns = logits.shape[1]
      var lengths = [Float](repeating: 0, count: logits.shape[0])
      logits.withMutableElements { x in
        for row in lengths.indices {
          let range = (row * columns)..<((row + 1) * columns)
          var (mean, square): (Float, Float) = (0, 0)
          for index in range { mean += x[index] }
          mean /= Float(columns)
          for index in range {
            x[index] -= mean
            square += x[index] * x[index]
          }
          lengths[row] = max(square.squareRoot(), smallestNorm)
          for index in range { x[index] /= lengths[row] }
        }
      }
      return lengths
    }

    /// The gradient by the logits from that by their unit vectors e: (g − ⟨g, e⟩·e)/‖o‖, centred.
    private static func pullBack(_ error: inout Tensor<Float>, through units: Tensor<Float>, _ lengths: [Float]) {
      let columns = units.shape[1]
      error.withMutableElements { g in
        units.withElements { e in
          for row in lengths.indices {
            let range = (row * columns)..<((row + 1) * columns)
            // Below the smallest norm the divisor is constant, and nothing is projected away.
            var (product, mean): (Float, Float) = (0, 0)
            if lengths[row] > smallestNorm {
              for index in range { product += g[index] * e[index] }
            }
            for index in range {
              g[index] = (g[index] - product * e[index]) / lengths[row]
              mean += g[index]
            }
            mean /= Float(columns)
            for index in range { g[index] -= mean }
          }
        }
      }
    }
  }
}
