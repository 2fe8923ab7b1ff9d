import Diagnostics
import Notebook
import Typography

extension ReportBuilder {
  /// What `\eqref` prints of a label, and where it leads.
  private func reference(_ label: String) -> MathReference? {
    index[label].map { MathReference(number: $0.number, anchor: $0.anchor) }
  }

  /// A display equation; problems in its TeX are reported at their columns.
  func formula(_ equation: Equation) -> MathFormula {
    let expression = mathParser.parse(equation.tex) { self.reference($0) }
    for problem in expression.problems {
      diagnostics.append(problem.diagnostic { self.range(of: $0, in: equation) })
    }
    return MathFormula(expression, isDisplay: true)
  }

  /// A formula in running text; `range` covers it with its dollars.
  func formula(_ tex: String, isDisplay: Bool, at range: SourceRange?) -> MathFormula {
    let expression = mathParser.parse(tex) { self.reference($0) }
    for problem in expression.problems {
      diagnostics.append(
        problem.diagnostic { bytes in
          range.map { range in
            var lines = [range.start]
            lines[0].column += isDisplay ? 2 : 1
            for byte in tex.utf8 where byte == 10 { lines.append(SourcePosition(line: (lines.last?.line ?? 0) + 1, column: 1)) }
            return self.range(of: bytes, in: Equation(tex: tex, label: nil, lineStarts: lines))
          }
        })
    }
    return MathFormula(expression, isDisplay: isDisplay)
  }

  /// Where bytes of a formula stand in the notebook.
  private func range(of bytes: Range<Int>, in equation: Equation) -> SourceRange {
    func position(_ offset: Int) -> SourcePosition {
      var line = 0
      var lineStart = 0
      for (index, byte) in equation.tex.utf8.enumerated().prefix(offset) where byte == 10 {
        line += 1
        lineStart = index + 1
      }
      guard line < equation.lineStarts.count else { return equation.lineStarts.last ?? SourcePosition(line: 1, column: 1) }
      var start = equation.lineStarts[line]
      start.column += offset - lineStart
      return start
    }
    return SourceRange(file: notebook.source.path, start: position(bytes.lowerBound), end: position(bytes.upperBound))
  }
}
