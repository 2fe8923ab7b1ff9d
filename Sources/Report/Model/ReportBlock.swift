import Diagnostics
import Notebook

/// A block of a report.
package indirect enum ReportBlock: Sendable {
  /// `number` as printed ("2.1"), nil for unnumbered headings such as References.
  case heading(level: Int, number: String?, anchor: String, [ReportInline])
  case paragraph([ReportInline])
  case list(ReportList)
  case blockQuote([ReportBlock])
  case callout(kind: Callout.Kind, title: String, [ReportBlock])
  case code(CodeListing)
  case equation(EquationBlock)
  case table(TableBlock)
  case figure(FigureBlock)
  /// How something was computed: a quiet line or box with parameters, seeds and scale.
  case experiment(ExperimentBlock)
  case claim(Claim)
  /// A directive that failed, is blocked by one that failed, or could not be read.
  case failure(FailureBlock)
  case thematicBreak
  /// HTML as written, for the HTML report alone; only where the user allows it.
  case rawHTML(String)
  /// The printed bibliography (`Report.bibliography`); its heading precedes it as a heading block.
  case bibliography
}

package struct ReportList: Sendable {
  package struct Item: Sendable {
    package var blocks: [ReportBlock]
    package var isChecked: Bool?

    package init(blocks: [ReportBlock], isChecked: Bool?) {
      self.blocks = blocks
      self.isChecked = isChecked
    }
  }

  package var items: [Item]
  /// First number of an ordered list; nil for bullets.
  package var start: Int?
  package var isTight: Bool

  package init(items: [Item], start: Int?, isTight: Bool) {
    self.items = items
    self.start = start
    self.isTight = isTight
  }
}

package struct CodeListing: Sendable, Hashable {
  /// Lower case, or empty.
  package var language: String
  package var text: String
  /// Whether a reader on screen unfolds it first.
  package var isFolded: Bool

  package init(language: String, text: String, isFolded: Bool = false) {
    self.language = language
    self.text = text
    self.isFolded = isFolded
  }

  /// From a fence whose first line may be an option in a comment of the language: `#| code: folded`.
  package init(language: String, fence: String) {
    self.init(language: language, text: fence)
    let first = fence.prefix { $0 != "\n" }
    guard let mark = ["#|", "//|", "--|"].first(where: first.hasPrefix) else { return }
    let words = first.dropFirst(mark.count).split { $0 == " " || $0 == ":" }
    guard words == ["code", "folded"] else { return }
    isFolded = true
    text = String(fence.dropFirst(first.count + 1))
  }
}

package struct EquationBlock: Sendable {
  package var formula: MathFormula
  /// As printed in the margin without brackets, e.g. "3" or a tag; nil for none.
  package var number: String?
  package var anchor: String?

  package init(formula: MathFormula, number: String?, anchor: String?) {
    self.formula = formula
    self.number = number
    self.anchor = anchor
  }
}

package struct TableBlock: Sendable {
  package enum Alignment: Sendable, Hashable { case left, center, right }

  /// "Table 2"; nil for a table without a caption.
  package var name: String?
  package var anchor: String?
  package var caption: [ReportInline]
  package var alignments: [Alignment]
  package var header: [[ReportInline]]
  package var rows: [[[ReportInline]]]
  /// The query it came from, for the folded source; nil for a Markdown table.
  package var source: CodeListing?
  /// Said under the table, e.g. how many rows are not shown.
  package var notes: [String]

  package init(
    name: String?, anchor: String?, caption: [ReportInline], alignments: [Alignment], header: [[ReportInline]],
    rows: [[[ReportInline]]], source: CodeListing? = nil, notes: [String] = []
  ) {
    self.name = name
    self.anchor = anchor
    self.caption = caption
    self.alignments = alignments
    self.header = header
    self.rows = rows
    self.source = source
    self.notes = notes
  }
}

package struct ExperimentBlock: Sendable {
  package var label: String
  package var anchor: String
  package var experiment: String
  package var summary: [ReportInline]
  package var scale: String
  /// Name and value as text, in declaration order.
  package var parameters: [(name: String, value: String)]
  package var sweeps: [(name: String, values: String)]
  /// "5 seeds", "deterministic".
  package var seedsText: String
  package var jobCount: Int
  /// SQL names of the tables with their numbers of rows.
  package var tables: [(name: String, rows: Int)]

  package init(
    label: String, anchor: String, experiment: String, summary: [ReportInline], scale: String,
    parameters: [(name: String, value: String)], sweeps: [(name: String, values: String)], seedsText: String,
    jobCount: Int, tables: [(name: String, rows: Int)]
  ) {
    self.label = label
    self.anchor = anchor
    self.experiment = experiment
    self.summary = summary
    self.scale = scale
    self.parameters = parameters
    self.sweeps = sweeps
    self.seedsText = seedsText
    self.jobCount = jobCount
    self.tables = tables
  }
}

package struct FailureBlock: Sendable {
  package enum Kind: String, Sendable {
    /// An experiment gave no result.
    case failed
    /// What it needs failed.
    case blocked
    /// The author's mistake.
    case faulty
  }

  package var kind: Kind
  package var anchor: String?
  /// "Experiment runs failed", "Figure 2 is blocked", …
  package var title: String
  /// One sentence each.
  package var messages: [String]
  /// The last lines of a worker, or the excerpt of a source with its caret; set in a fixed-width face.
  package var excerpt: [String]

  package init(kind: Kind, anchor: String?, title: String, messages: [String], excerpt: [String]) {
    self.kind = kind
    self.anchor = anchor
    self.title = title
    self.messages = messages
    self.excerpt = excerpt
  }
}
