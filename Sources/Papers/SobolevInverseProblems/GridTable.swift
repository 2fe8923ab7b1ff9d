import Experiments
import Tables

extension SobolevInverseProblems {
  /// The columns that all learning curves on a grid share.
  static let gridColumns = [
    ColumnSchema("d", .integer, "dimension of the torus"),
    ColumnSchema("n", .integer, "number of points, side^d"),
    ColumnSchema("side", .integer, "grid points in a direction"),
    ColumnSchema("K", .integer, "largest frequency in a direction"),
    ColumnSchema("t", .real, "order of the operator"),
    ColumnSchema("s", .real, "order of the prior"),
    ColumnSchema("alpha", .real, "smoothness of the truth"),
    ColumnSchema("r", .real, "order of the error's norm"),
    ColumnSchema("gamma", .real, "ridge; 0 is the interpolant of least norm"),
    ColumnSchema("sigma", .real, "standard deviation of the noise"),
    ColumnSchema("bias2", .real, "squared bias"),
    ColumnSchema("variance", .real, "variance"),
    ColumnSchema("risk", .real, "squared bias plus variance"),
  ]

  /// A row of the shared columns.
  static func gridRow(
    _ box: FrequencyBox, side: Int, _ orders: SobolevOrders, ridge: Double, noise: Double, _ errors: GridEstimator.Errors
  ) -> [Value] {
    let n = (0..<box.dimension).reduce(1) { value, _ in value * side }
    return [
      .integer(box.dimension), .integer(n), .integer(side), .integer(box.largest), .real(orders.t), .real(orders.s),
      .real(orders.alpha), .real(orders.r), .real(ridge), .real(noise), .real(errors.bias2), .real(errors.variance),
      .real(errors.risk),
    ]
  }

  /// Problems with a box, its grids and the powers taken on it, reported at the parameter `name`.
  static func problems(
    _ name: String, dimension: Int, largest: Int, sides: [Int], orders: [SobolevOrders], requiresResolution: Bool = true
  ) -> [ParameterProblem] {
    guard let side = sides.max() else { return [] }
    if let problem = FrequencyBox.problem(dimension: dimension, largest: largest, side: side) {
      return [.inconsistent(name, problem)]
    }
    if requiresResolution && largest < side {
      return [.inconsistent(name, "\(largest) is below the largest side \(side): a grid must see its own frequencies")]
    }
    let overflow = orders.lazy.compactMap { $0.overflow(dimension: dimension, largestFrequency: largest) }.first
    return overflow.map { [.inconsistent(name, $0)] } ?? []
  }
}
