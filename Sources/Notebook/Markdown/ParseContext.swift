import Diagnostics

/// What the readers of one notebook share: its file, and the diagnostics collected so far.
final class ParseContext {
  let file: SourceFile
  var diagnostics: [Diagnostic] = []
  /// Footnotes that the abstract defines itself.
  var abstractFootnotes: [Footnote] = []

  init(file: SourceFile) { self.file = file }

  func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// The diagnostics that a piece of work reports, which stay collected as well.
  func collecting<Result>(_ work: () -> Result) -> (Result, [Diagnostic]) {
    let before = diagnostics.count
    let result = work()
    return (result, Array(diagnostics[before...]))
  }
}
