import Diagnostics
import Execution
import Experiments
import Graphics
import Notebook

extension ReportBuilder {
  func blocks(_ blocks: [Block]) -> [ReportBlock] { blocks.flatMap(block) }

  private func block(_ block: Block) -> [ReportBlock] {
    switch block.kind {
    case .heading(let level, let content, _): heading(level, content, block)
    case .paragraph(let content): [.paragraph(inlines(content))]
    case .list(let list):
      [.list(ReportList(items: list.items.map { .init(blocks: blocks($0.blocks), isChecked: $0.isChecked) }, start: list.start, isTight: list.isTight))]
    case .blockQuote(let inner): [.blockQuote(blocks(inner))]
    case .callout(let callout): [.callout(kind: callout.kind, title: callout.kind.title, blocks(callout.blocks))]
    case .codeBlock(let language, let code): [.code(CodeListing(language: language.lowercased(), fence: code))]
    case .equation(let equation): [self.equation(equation, block)]
    case .table(let table): [.table(self.table(table, block))]
    case .image(let figure): [image(figure, block)]
    case .thematicBreak: [.thematicBreak]
    case .html(let html): [options.allowsRawHTML ? .rawHTML(html) : .code(CodeListing(language: "html", text: html))]
    case .experiment(let directive): experiment(directive, block)
    case .chart(let directive): listing(directive) + [chart(directive, block)]
    case .query(let directive): [query(directive, block)]
    case .claim(let directive): [claim(directive, block)]
    case .faulty(let directive): [faulty(directive, block)]
    }
  }

  private func heading(_ level: Int, _ content: [Inline], _ block: Block) -> [ReportBlock] {
    guard let target = index[block] else { return [] }
    let number = target.number.isEmpty ? nil : target.number
    let heading = ReportBlock.heading(level: index.depth(of: block), number: number, anchor: target.anchor, inlines(content))
    let title = content.plainText.lowercased()
    return number == nil && ["references", "bibliography"].contains(title) ? [heading, .bibliography] : [heading]
  }

  private func equation(_ equation: Equation, _ block: Block) -> ReportBlock {
    let target = index[block]
    let formula = formula(equation)
    return .equation(
      EquationBlock(formula: formula, number: formula.expression.tag?.text ?? target?.number, anchor: target?.anchor))
  }

  private func table(_ table: MarkdownTable, _ block: Block) -> TableBlock {
    let target = index[block]
    return TableBlock(
      name: target?.name, anchor: target?.anchor, caption: inlines(table.caption),
      alignments: table.alignments.map { $0 == .right ? .right : $0 == .center ? .center : .left },
      header: table.header.map(inlines), rows: table.rows.map { $0.map(inlines) })
  }

  private func image(_ figure: Figure, _ block: Block) -> ReportBlock {
    let target = index[block]
    guard let image = embeddedImage(figure.path, alternativeText: figure.alternativeText, at: block.range) else {
      return .failure(FailureBlock(kind: .faulty, anchor: target?.anchor, title: "\(target?.name ?? "Image") cannot be shown", messages: [diagnostics.last?.message ?? figure.path], excerpt: []))
    }
    return .figure(
      FigureBlock(
        name: target?.name, anchor: target?.anchor, fileName: target?.anchor ?? "image", caption: inlines(figure.caption),
        notes: [], content: .image(image), source: nil))
  }

  /// Reads an image file beside the notebook; nil and a diagnostic if it cannot be shown.
  func embeddedImage(_ path: String, alternativeText: String, at range: SourceRange) -> ReportImage? {
    do {
      let bytes = try files.read(path)
      guard let file = PictureFile(bytes: bytes) else {
        diagnostics.append(ReportDiagnostics.unknownImageFormat(path, at: range))
        return nil
      }
      return ReportImage(file: file, alternativeText: alternativeText)
    } catch {
      diagnostics.append(ReportDiagnostics.file("RP0901", "image", path, error, near: files.neighbours(of: path), at: range))
      return nil
    }
  }

  // MARK: - Experiments

  private func experiment(_ directive: ExperimentDirective, _ block: Block) -> [ReportBlock] {
    guard let outcome = execution[directive.label.name] else { return [] }
    let anchor = index[block]?.anchor
    switch outcome.state {
    case .succeeded: return [.experiment(experimentBlock(outcome, anchor: anchor ?? "exp-\(outcome.label)"))]
    case .failed(let failures, _): return [.failure(FailureText.block(outcome, failures, anchor: anchor))]
    case .faulty(let faults):
      return [.failure(FailureBlock(kind: .faulty, anchor: anchor, title: "Experiment \(outcome.label) was not run", messages: faults.map(\.message), excerpt: []))]
    }
  }

  private func experimentBlock(_ outcome: ExperimentOutcome, anchor: String) -> ExperimentBlock {
    let seeds = outcome.seeds.count == 1 ? "seed \(outcome.seeds[0])" : "\(outcome.seeds.count) seeds"
    return ExperimentBlock(
      label: outcome.label, anchor: anchor, experiment: outcome.experiment, summary: [.text(outcome.summary)],
      scale: outcome.scale.rawValue, parameters: outcome.parameters.map { ($0.name, $0.value.readableText) },
      sweeps: outcome.sweeps.map { ($0.name, "[" + $0.values.map(\.readableText).joined(separator: ", ") + "]") },
      seedsText: outcome.seeds.isEmpty ? "deterministic" : seeds, jobCount: outcome.jobCount,
      tables: outcome.tables.map { ($0.name, $0.table.rowCount) })
  }

  private func faulty(_ directive: FaultyDirective, _ block: Block) -> ReportBlock {
    let target = index[block]
    let name = target.map(\.name) ?? "Directive {\(directive.name)}"
    return .failure(
      FailureBlock(
        kind: .faulty, anchor: target?.anchor, title: "\(name) is faulty", messages: directive.diagnostics.map(\.message),
        excerpt: directive.source.split(separator: "\n", omittingEmptySubsequences: false).prefix(12).map(String.init)))
  }
}
