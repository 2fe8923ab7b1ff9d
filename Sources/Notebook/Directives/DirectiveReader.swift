import Diagnostics
import YAMLDocuments

/// Reads a directive; one with an error becomes a faulty block that carries its messages.
struct DirectiveReader {
  static let names = ["experiment", "chart", "sql", "claim"]

  let context: ParseContext
  let fence: DirectiveFence

  init(_ context: ParseContext, _ fence: DirectiveFence) {
    self.context = context
    self.fence = fence
  }

  func read() -> Block.Kind {
    let (kind, diagnostics) = context.collecting { readKind() }
    if let kind, !diagnostics.contains(where: { $0.severity == .error }) { return kind }
    return .faulty(FaultyDirective(name: fence.name, label: looseLabel, source: fence.source, diagnostics: diagnostics))
  }

  private func readKind() -> Block.Kind? {
    checkWords()
    switch fence.name {
    case "experiment": return ExperimentReader(context, fence).read().map(Block.Kind.experiment)
    case "chart": return ChartReader(context, fence).read().map(Block.Kind.chart)
    case "sql": return QueryReader(context, fence).read().map(Block.Kind.query)
    case "claim": return ClaimReader(context, fence).read().map(Block.Kind.claim)
    case "swift": context.report(NotebookDiagnostics.swiftDirective(at: fence.nameRange))
    default: context.report(NotebookDiagnostics.unknownDirective(fence.name, known: DirectiveReader.names, at: fence.nameRange))
    }
    return nil
  }

  private func checkWords() {
    guard DirectiveReader.names.contains(fence.name) else { return }
    if fence.info.inner.count > 1 {
      context.report(NotebookDiagnostics.wordsInBraces(fence.info.inner[1].text, name: fence.name, at: fence.info.inner[1].range))
    }
    let allowed = fence.name == "experiment" ? 1 : 0
    if fence.info.rest.count > allowed {
      let word = fence.info.rest[allowed]
      context.report(NotebookDiagnostics.extraWord(word.text, name: fence.name, at: word.range))
    }
  }

  /// So that references to a faulty element are not reported as well.
  private var looseLabel: Label? {
    fence.looseLabel.map { name, range in
      Label(name: name, kind: Label.Kind.ofReference(name) ?? .experiment, range: range)
    }
  }
}
