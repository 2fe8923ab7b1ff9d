/// The steps of the accelerated method, x along y with β and z with α(t + 1), and γ of plain SGD.
struct StepSizes: Equatable {
  var alpha: Double
  var beta: Double
  var gamma: Double

  /// The sizes with those given in their place; 0 stands for none given.
  func replaced(alpha: Double = 0, beta: Double = 0, gamma: Double = 0) -> StepSizes {
    StepSizes(
      alpha: alpha > 0 ? alpha : self.alpha, beta: beta > 0 ? beta : self.beta, gamma: gamma > 0 ? gamma : self.gamma)
  }
}
