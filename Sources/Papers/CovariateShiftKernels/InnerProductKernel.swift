import Experiments
import NumericalCore

extension CovariateShiftKernels {
  /// A kernel k(x, x′) = h(⟨x, x′⟩/d).
  enum InnerProductKernel: String, ParameterChoice {
    /// h(u) = eᵘ.
    case exp
    /// h(u) = u.
    case linear
    /// h(u) = (1 + u)³.
    case poly3

    func value(_ u: Double) -> Double {
      switch self {
      case .exp: Elementary.exp(u)
      case .linear: u
      case .poly3: (1 + u) * (1 + u) * (1 + u)
      }
    }

    /// h(0), h′(0), h″(0).
    var derivativesAtZero: (Double, Double, Double) {
      switch self {
      case .exp: (1, 1, 1)
      case .linear: (0, 1, 0)
      case .poly3: (1, 3, 6)
      }
    }

    /// k between the rows of two matrices over the same d features: `[left.rows × right.rows]`.
    /// - Parameter scale: what inner products are divided by, d unless the inputs have another size.
    /// - Complexity: O(left.rows · right.rows · d).
    func matrix(_ left: Matrix, _ right: Matrix, scale: Double? = nil) -> Matrix {
      var result = Matrix(rows: left.rows, columns: right.rows)
      Matrix.multiply(
        left, right, transposingRight: true, times: 1 / (scale ?? Double(left.columns)), into: &result)
      result.withUnsafeMutableElements { elements in
        switch self {
        case .exp: Elementary.exp(elements)
        case .linear: break
        case .poly3: for index in elements.indices { elements[index] = value(elements[index]) }
        }
      }
      return result
    }
  }
}
