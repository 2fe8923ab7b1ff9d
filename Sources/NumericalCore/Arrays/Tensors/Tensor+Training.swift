import Diagnostics

/// Losses, normalisation and steps of optimisers.
extension Tensor {
  /// −log softmax(x) at the labelled class of every row, and the softmax.
  /// - Parameter labels: one in 0 ..< columns a row.
  public func crossEntropies(_ labels: [Int32]) -> (losses: Tensor, softmax: Tensor) {
    if rank != 2 || labels.count != shape[0] { trap("\(labels.count) labels for logits of \(shape)") }
    for label in labels where label < 0 || label >= shape[1] { trap("label \(label) of \(shape[1]) classes") }
    let losses = Tensor([labels.count], uninitialised: { _ in })
    let softmax = Tensor(shape) { target in
      guard let y = target.baseAddress, !target.isEmpty else { return }
      withExtendedLifetime((storage, losses.storage)) {
        Scalar._crossEntropy(pointer, labels, losses.storage.pointer, y, shape[0], shape[1])
      }
    }
    return (losses, softmax)
  }

  /// weights[i]·(softmax − one-hot of the label) in every row, of a softmax.
  public func crossEntropyGradient(_ labels: [Int32], weights: Tensor) -> Tensor {
    if rank != 2 || labels.count != shape[0] || weights.count != shape[0] {
      trap("\(labels.count) labels and weights of \(weights.shape) for logits of \(shape)")
    }
    return Tensor(shape) { target in
      guard let y = target.baseAddress, !target.isEmpty else { return }
      withExtendedLifetime((storage, weights.storage)) {
        Scalar._crossEntropyGradient(pointer, labels, weights.pointer, y, shape[0], shape[1])
      }
    }
  }

  /// Mean and mean squared deviation of every row (or column) of a matrix.
  public func meanAndVariance(ofRows: Bool) -> (mean: Tensor, variance: Tensor) {
    if rank != 2 || count == 0 { trap("mean and variance in a tensor of \(shape)") }
    let variance = Tensor([ofRows ? shape[0] : shape[1]], uninitialised: { _ in })
    let mean = Tensor(variance.shape) { target in
      guard let mean = target.baseAddress else { return }
      withExtendedLifetime((storage, variance.storage)) {
        Scalar._meanVariance(ofRows: ofRows, pointer, mean, variance.storage.pointer, shape[0], shape[1])
      }
    }
    return (mean, variance)
  }

  /// (x − mean)·scale, with one mean and one scale for every row (or column) of a matrix; times gains plus offsets.
  /// - Parameters:
  ///   - gains: one a column; ones if nil.
  ///   - offsets: one a column; zeros if nil.
  public func standardized(
    ofRows: Bool, mean: Tensor, scale: Tensor, gains: Tensor? = nil, offsets: Tensor? = nil
  ) -> Tensor {
    let expected = rank == 2 ? (ofRows ? shape[0] : shape[1]) : -1
    if mean.count != expected || scale.count != expected {
      trap("a tensor of \(shape) standardised by means of \(mean.shape) and scales of \(scale.shape)")
    }
    for part in [gains, offsets] where part.map({ $0.count != shape[1] }) ?? false {
      trap("a tensor of \(shape) with gains of \(String(describing: gains?.shape)), offsets of \(String(describing: offsets?.shape))")
    }
    return Tensor(shape) { target in
      guard let y = target.baseAddress, !target.isEmpty else { return }
      withExtendedLifetime((storage, mean.storage, scale.storage, gains?.storage, offsets?.storage)) {
        Scalar._standardize(
          ofRows: ofRows, pointer, mean.pointer, scale.pointer, gains: gains?.pointer, offsets: offsets?.pointer, y, shape[0],
          shape[1])
      }
    }
  }

  /// The gradients by the input, the gains and the offsets of ⟨y, gradient⟩, y the rows of this matrix standardised by their
  /// own moments, times gains plus offsets.
  public func standardizedRowsGradient(
    _ gradient: Tensor, mean: Tensor, scale: Tensor, gains: Tensor
  ) -> (input: Tensor, gains: Tensor, offsets: Tensor) {
    if rank != 2 || gradient.count != count || mean.count != shape[0] || scale.count != shape[0] || gains.count != shape[1] {
      trap("the gradient \(gradient.shape) of standardised rows of \(shape), gains of \(gains.shape)")
    }
    let forGains = Tensor(gains.shape, uninitialised: { _ in }), forOffsets = Tensor(gains.shape, uninitialised: { _ in })
    let forInput = Tensor(shape) { target in
      guard let dx = target.baseAddress, !target.isEmpty else { return }
      withExtendedLifetime((storage, mean.storage, scale.storage, gains.storage, gradient.storage)) {
        Scalar._standardizeRowsGradient(
          pointer, mean.pointer, scale.pointer, gains: gains.pointer, gradient.pointer, dx, forGains.storage.pointer,
          forOffsets.storage.pointer, shape[0], shape[1])
      }
    }
    return (forInput, forGains, forOffsets)
  }

  /// A step of gradient descent, in place.
  /// - Parameter velocity: of the same shape; nil without momentum.
  public mutating func descend(_ rule: DescentRule, stepSize: Double, gradient: Tensor, velocity: inout Tensor?) {
    if gradient.count != count || (velocity.map { $0.count != count } ?? false) {
      trap("a step along \(gradient.shape) from \(shape)")
    }
    if count == 0 { return }
    withMutableElements { w in
      gradient.withElements { g in
        guard let w = w.baseAddress, let g = g.baseAddress else { return }
        if velocity == nil {
          Scalar._descentStep(rule, stepSize: stepSize, g, nil, w, gradient.count)
        } else {
          velocity?.withMutableElements { Scalar._descentStep(rule, stepSize: stepSize, g, $0.baseAddress, w, gradient.count) }
        }
      }
    }
  }

  /// A step of Adam, in place.
  /// - Parameters:
  ///   - step: 1 for the first.
  ///   - first: moving average of the gradient, of the same shape.
  ///   - second: moving average of its square, of the same shape.
  public mutating func adapt(
    _ rule: AdaptiveRule, stepSize: Double, step: Int, gradient: Tensor, first: inout Tensor, second: inout Tensor
  ) {
    if gradient.count != count || first.count != count || second.count != count || step < 1 {
      trap("step \(step) along \(gradient.shape) from \(shape) with moments of \(first.shape) and \(second.shape)")
    }
    if count == 0 { return }
    withMutableElements { w in
      gradient.withElements { g in
        first.withMutableElements { m in
          second.withMutableElements { s in
            guard let w = w.baseAddress, let g = g.baseAddress, let m = m.baseAddress, let s = s.baseAddress else { return }
            Scalar._adaptiveStep(rule, stepSize: stepSize, step: step, g, m, s, w, gradient.count)
          }
        }
      }
    }
  }
}
