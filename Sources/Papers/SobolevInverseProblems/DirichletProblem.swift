import Experiments
import NumericalCore

extension SobolevInverseProblems {
  /// What is observed in the problem on the unit interval.
  enum DirichletMode: String, ParameterChoice {
    /// f = −u″: t = 2, s = 3.
    case pde
    /// u itself: t = 0, s = 1.
    case reg
  }

  /// The model of the unit interval with zero ends: e_k(x) = √2·sin(πkx), u* = e₁ − ½e₃ + ¼e₅.
  enum DirichletProblem {
    /// The coefficients of u* that are not zero.
    static let truth: [(frequency: Int, coefficient: Double)] = [(1, 1), (3, -0.5), (5, 0.25)]

    /// ‖u*‖².
    static let squaredNorm = truth.reduce(0) { $0 + $1.coefficient * $1.coefficient }

    /// The coefficient of u* at frequency k.
    static func coefficient(_ k: Int) -> Double { truth.first { $0.frequency == k }?.coefficient ?? 0 }

    /// a_k.
    static func operatorValue(_ mode: DirichletMode, _ k: Int) -> Double {
      mode == .pde ? (Double.pi * Double(k)) * (Double.pi * Double(k)) : 1
    }

    /// w_k / a_k with w_k = (πk)⁻², the eigenvalues of the Brownian bridge.
    static func response(_ mode: DirichletMode, _ k: Int) -> Double {
      1 / ((Double.pi * Double(k)) * (Double.pi * Double(k)) * operatorValue(mode, k))
    }

    /// The root mean square of the observed function, (Σ a_k²·u*_k²)^½.
    static func rms(_ mode: DirichletMode) -> Double {
      truth.reduce(0) { sum, term in
        let image = operatorValue(mode, term.frequency) * term.coefficient
        return sum + image * image
      }.squareRoot()
    }
  }
}
