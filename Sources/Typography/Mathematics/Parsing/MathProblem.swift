import Diagnostics

/// Something wrong in the TeX of a formula, by its place in the formula's own bytes.
package struct MathProblem: Sendable, Hashable {
  /// `RP08xx`; see `MathDiagnostics`.
  package var code: String
  package var message: String
  package var notes: [String] = []
  /// Byte offset in the formula's source.
  package var offset: Int
  /// Bytes; may be 0 at the end of the source.
  package var length: Int

  /// The problem as a diagnostic of the file that the formula stands in.
  ///
  /// - Parameter range: gives the file's range for a byte range of the formula.
  package func diagnostic(range: (Range<Int>) -> SourceRange?) -> Diagnostic {
    Diagnostic(
      code, .error, message, at: range(offset..<offset + length), notes: notes.map { Diagnostic.Note($0) })
  }
}
