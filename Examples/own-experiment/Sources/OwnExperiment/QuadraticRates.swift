import Foundation
import RepriseKit

/// Gradient descent and the Chebyshev iteration on a random quadratic, beside what theory promises for the worst one.
///
/// Minimises $\tfrac12x^\top Ax$ from a Gaussian start; the eigenvalues of $A$ are uniform in $[1,\kappa]$, both ends among
/// them. No method here sees the basis, so that $A$ is taken diagonal. After $t$ steps the error is at most
/// $\left(\frac{\kappa-1}{\kappa+1}\right)^t$ for gradient descent with step $2/(1+\kappa)$, and
/// $1/T_t\!\left(\frac{\kappa+1}{\kappa-1}\right)$ for the Chebyshev iteration (Golub and Varga, 1961).
struct QuadraticRates: Experiment {
  static let id = "chebyshev/quadratic-rates"
  static let summary = "Error of gradient descent and of the Chebyshev iteration on a random quadratic, with their bounds."
  static let replication = Replication.seeds(quick: 5, standard: 20, paper: 100)
  static let tables = [
    TableSchema(
      "errors", "Relative error by step.",
      [
        ColumnSchema("method", .text, "`gradient` or `chebyshev`."), ColumnSchema("t", .integer, "Number of steps."),
        ColumnSchema("error", .real, "$\\|x_t-x^\\star\\|/\\|x_0-x^\\star\\|$."),
        ColumnSchema("bound", .real, "What theory promises for every start and every spectrum in $[1,\\kappa]$."),
      ])
  ]

  @Parameter("Dimension.", range: .atLeast(2), default: 100) var d: Int
  @Parameter("Condition number.", range: .greaterThan(1), default: 100) var kappa: Double
  @Parameter("Steps.", range: .between(1, 100_000), quick: 400, standard: 400, paper: 1000) var steps: Int

  func run(in context: RunContext) throws -> ExperimentResult {
    var random = context.random("problem")
    let spectrum = [1, kappa] + (2..<d).map { _ in 1 + (kappa - 1) * Double(random.next() >> 11) * 0x1p-53 }
    let start = random.normals(d)
    var table = TableBuilder(QuadraticRates.tables[0].columns)
    for (method, errors) in [
      ("gradient", gradientDescent(spectrum, from: start)), ("chebyshev", chebyshev(spectrum, from: start)),
    ] {
      for (t, error) in errors.enumerated() {
        let bound = method == "gradient" ? pow((kappa - 1) / (kappa + 1), Double(t)) : chebyshevBound(t)
        table.append(.text(method), .integer(t), .real(error), .real(bound))
      }
    }
    return ExperimentResult(["errors": table.table])
  }

  /// Relative errors of $x_{t+1}=x_t-\frac{2}{1+\kappa}Ax_t$.
  private func gradientDescent(_ spectrum: [Double], from start: [Double]) -> [Double] {
    var x = start
    var errors = [1.0]
    for _ in 0..<steps {
      for i in x.indices { x[i] *= 1 - 2 / (1 + kappa) * spectrum[i] }
      errors.append(Vector.norm(x) / Vector.norm(start))
    }
    return errors
  }

  /// Relative errors of the Chebyshev iteration in its three-term form (Saad 2003, algorithm 12.1).
  private func chebyshev(_ spectrum: [Double], from start: [Double]) -> [Double] {
    let (theta, delta) = ((kappa + 1) / 2, (kappa - 1) / 2)
    let sigma = theta / delta
    var x = start
    var errors = [1.0]
    var rho = 1 / sigma
    var direction = x.indices.map { -spectrum[$0] * x[$0] / theta }
    for _ in 0..<steps {
      for i in x.indices { x[i] += direction[i] }
      errors.append(Vector.norm(x) / Vector.norm(start))
      let next = 1 / (2 * sigma - rho)
      for i in x.indices { direction[i] = next * rho * direction[i] - 2 * next / delta * spectrum[i] * x[i] }
      rho = next
    }
    return errors
  }

  /// $1/T_t(\sigma)$ by the hyperbolic form of the Chebyshev polynomial.
  private func chebyshevBound(_ t: Int) -> Double { 1 / cosh(Double(t) * acosh((kappa + 1) / (kappa - 1))) }
}
