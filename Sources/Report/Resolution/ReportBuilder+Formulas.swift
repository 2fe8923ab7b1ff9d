import Diagnostics
import Notebook

extension ReportBuilder {
  /// A display equation; problems in its TeX are reported at their columns.
  func formula(_ equation: Equation) -> MathFormula {
    MathFormula(tex: equation.tex, isDisplay: true, plainText: equation.tex)
  }

  /// A formula in running text.
  func formula(_ tex: String, isDisplay: Bool, at range: SourceRange?) -> MathFormula {
    MathFormula(tex: tex, isDisplay: isDisplay, plainText: tex)
  }
}
