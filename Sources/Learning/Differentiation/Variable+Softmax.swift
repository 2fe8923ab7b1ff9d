import Diagnostics
import NumericalCore

/// Softmax and what is made of it.
extension Variable {
  /// exp(xⱼ)/Σₖ exp(xₖ) along the last axis.
  public func softmax() -> Variable {
    .recorded(value.softmax(), from: self, savingOutput: true) { pass in
      if !pass.isRecording { return [Variable(pass.output.value.softmaxGradient(pass.gradient.value))] }
      let weighted = pass.gradient * pass.output
      return [weighted - pass.output * weighted.sum(along: -1, keepingAxis: true)]
    }
  }

  /// xⱼ − log Σₖ exp(xₖ) along the last axis.
  public func logSoftmax() -> Variable {
    .recorded(value.softmax(logarithm: true), from: self, savingOutput: true) { pass in
      [pass.gradient - pass.output.exp() * pass.gradient.sum(along: -1, keepingAxis: true)]
    }
  }

  /// log Σₖ exp(xₖ) along the last axis, which goes away.
  public func logSumExp() -> Variable {
    let first = value.sliced(0..<1, along: -1)
    let logs = value.softmax(logarithm: true).sliced(0..<1, along: -1)
    let kept = shape.removing(-1)
    return .recorded((first - logs).reshaped(to: kept), from: self) { pass in
      [pass(self).softmax() * pass.gradient.reshaped(to: kept.inserting(1, at: kept.rank))]
    }
  }

  /// −log softmax(x)ᵢ at the labelled class of every row, `[rows]`.
  ///
  /// - Parameter labels: one class in 0 ..< columns a row.
  public func crossEntropies(_ labels: [Int]) -> Variable {
    if rank != 2 || labels.count != shape[0] { trap("\(labels.count) labels for logits of \(shape)") }
    let classes = labels.map { Int32($0) }
    let (losses, softmax) = value.crossEntropies(classes)
    return .recorded(losses, from: self) { pass in
      if !pass.isRecording { return [Variable(softmax.crossEntropyGradient(classes, weights: pass.gradient.value))] }
      let target = Variable(Tensor<Scalar>.oneHot(labels, classes: shape[1]))
      return [(self.softmax() - target) * pass.gradient.reshaped(to: [labels.count, 1])]
    }
  }

  /// The mean cross-entropy of the rows with their labels.
  public func crossEntropy(_ labels: [Int]) -> Variable { crossEntropies(labels).mean() }
}
