import NumericalCore

extension SharpnessGeneralization {
  /// A linear classifier with the logistic loss log(1 + e^{−y⟨w, x⟩}).
  struct LogisticSharpness {
    /// `[examples × features]`.
    let inputs: Matrix
    /// −1 or 1, `[examples]`.
    let labels: [Double]
    private let norms: [Double]

    init(inputs: Matrix, labels: [Double]) {
      self.inputs = inputs
      self.labels = labels
      norms = (0..<inputs.rows).map { Vector.norm(inputs.row($0)) }
    }

    /// yᵢ⟨w, xᵢ⟩.
    func margins(_ weights: [Double]) -> [Double] { zip(labels, inputs * weights).map { $0 * $1 } }

    /// The mean over the examples of the largest rise of the loss within ‖u‖₂ ≤ r = radius·‖w‖₂, each example with a worst
    /// case of its own:
    ///
    ///     (1/n)·Σ log(1 + e^{−yᵢ⟨w, xᵢ⟩ + r·‖xᵢ‖}) − log(1 + e^{−yᵢ⟨w, xᵢ⟩}).
    func sharpness(_ weights: [Double], radius: Double) -> Double {
      let length = radius * Vector.norm(weights)
      let rises = zip(margins(weights), norms).map { margin, norm in
        Elementary.softplus(length * norm - margin) - Elementary.softplus(-margin)
      }
      return Statistics.mean(rises)
    }

    /// The share of examples without a positive margin.
    func error(_ weights: [Double]) -> Double {
      Double(margins(weights).count { !($0 > 0) }) / Double(labels.count)
    }

    /// Full-batch gradient descent.
    func descended(from start: [Double], stepSize: Double, steps: Int) -> [Double] {
      var weights = start
      var products = [Double](repeating: 0, count: labels.count)
      var gradient = [Double](repeating: 0, count: start.count)
      for _ in 0..<steps {
        inputs.multiply(weights, into: &products)
        for index in products.indices {
          products[index] = -labels[index] * Elementary.logistic(-labels[index] * products[index]) / Double(labels.count)
        }
        inputs.multiplyTransposed(products, into: &gradient)
        Vector.axpy(-stepSize, gradient, into: &weights)
      }
      return weights
    }
  }
}
