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
      let along = (g * y).mean(along: axis, keepingAxis: true)
      return [(g - g.mean(along: axis, keepingAxis: true) - y * along) * factor]
    }
    return (output, mean, variance)
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
