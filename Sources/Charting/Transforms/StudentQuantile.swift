import NumericalCore

/// Quantiles of Student's distribution for the intervals of charts, which ask for the same few again and again.
enum StudentQuantile {
  private static let table = (1...200).map { Distributions.studentQuantile(0.975, degrees: Double($0)) }

  /// The 0.975 quantile; NaN below one degree of freedom.
  static func twoSided95(degreesOfFreedom: Int) -> Double {
    guard degreesOfFreedom >= 1 else { return .nan }
    if degreesOfFreedom <= table.count { return table[degreesOfFreedom - 1] }
    return Distributions.studentQuantile(0.975, degrees: Double(degreesOfFreedom))
  }
}
