import NumericalCore

/// What normalisation layers are made of.
extension Variable {
  /// (x − mean)/√(variance + epsilon) with the moments of every row, or every column, of a matrix.
  /// - Returns: the result, and the moments (the variance with the number of elements as divisor).
  func standardized(
    ofRows: Bool, epsilon: Scalar
  ) -> (output: Variable, mean: Tensor<Scalar>, variance: Tensor<Scalar>) {
    let axis = ofRows ? 1 : 0
    let (mean, variance) = value.meanAndVariance(ofRows: ofRows)
    let scale = variance.affine(1, epsilon).map(.squareRoot).map(.reciprocal)
    let result = value.standardized(ofRows: ofRows, mean: mean, scale: scale)
    let output = Variable.recorded(result, from: self, savingOutput: true) { pass in
      let (g, y) = (pass.gradient, pass.output)
      let kept: Shape = ofRows ? [scale.count, 1] : [1, scale.count]
      let factor = pass.isRecording ? inverseDeviation(axis, epsilon) : Variable(scale.reshaped(to: kept))
      return [g.standardisationGradient(y, axis: axis, factor: factor)]
    }
    return (output, mean, variance)
  }

  /// Every row of a matrix less its mean, over √(variance + epsilon), times gains plus offsets, one each a column.
  func standardizedRows(gains: Variable, offsets: Variable, epsilon: Scalar) -> Variable {
    let (mean, variance) = value.meanAndVariance(ofRows: true)
    let scale = variance.affine(1, epsilon).map(.squareRoot).map(.reciprocal)
    let result = value.standardized(ofRows: true, mean: mean, scale: scale, gains: gains.value, offsets: offsets.value)
    return .recorded(result, from: self, gains, offsets) { pass in
      if pass.isRecording || pass.examples != nil {
        let g = pass.gradient
        let y = pass(self).standardized(ofRows: true, epsilon: epsilon).output
        let forInput = (g * pass(gains)).standardisationGradient(y, axis: 1, factor: pass(self).inverseDeviation(1, epsilon))
        return [
          forInput, (g * y).collectedRows(for: 1, gains.shape, pass), g.collectedRows(for: 2, offsets.shape, pass),
        ]
      }
      let parts = value.standardizedRowsGradient(pass.gradient.value, mean: mean, scale: scale, gains: gains.value)
      return [Variable(parts.input), Variable(parts.gains), Variable(parts.offsets)]
    }
  }

  /// The sum of all rows, or, for a leaf whose gradient is wanted example by example, of those of every example.
  private func collectedRows(for input: Int, _ target: Shape, _ pass: Backward<Scalar>) -> Variable? {
    let apart = pass.examples(forLeaf: input).map { reshaped(to: [$0, shape[0] / $0, shape[1]]) }
    return (apart ?? self).collected(for: input, target, pass)
  }

  /// The gradient by x of ⟨y, self⟩ with y the standardised x and `factor` what it was multiplied by.
  private func standardisationGradient(_ y: Variable, axis: Int, factor: Variable) -> Variable {
    let along = (self * y).mean(along: axis, keepingAxis: true)
    return (self - mean(along: axis, keepingAxis: true) - y * along) * factor
  }

  /// 1/√(variance + epsilon) along an axis, which stays with extent 1.
  private func inverseDeviation(_ axis: Int, _ epsilon: Scalar) -> Variable {
    let centred = self - mean(along: axis, keepingAxis: true)
    return centred.square().mean(along: axis, keepingAxis: true).adding(epsilon).squareRoot().reciprocal()
  }

  /// (x − mean)·scale with given constants, one a column of a matrix.
  func standardized(mean: Tensor<Scalar>, scale: Tensor<Scalar>) -> Variable {
    .recorded(value.standardized(ofRows: false, mean: mean, scale: scale), from: self) { pass in
      [pass.gradient * Variable(scale)]
    }
  }
}
