import Diagnostics

/// A block of a notebook with its place.
package struct Block: Sendable, Hashable {
  package indirect enum Kind: Sendable, Hashable {
    /// `level` 1…6; the label is given (`{#sec-setup}`) or nil.
    case heading(level: Int, content: [Inline], label: Label?)
    case paragraph([Inline])
    case list(List)
    case blockQuote([Block])
    case callout(Callout)
    /// A fence that is only shown. `language` is the info string's first word, or empty.
    case codeBlock(language: String, code: String)
    case equation(Equation)
    case table(MarkdownTable)
    /// A paragraph that holds nothing but an image.
    case image(Figure)
    case thematicBreak
    /// Raw HTML as written; shown as text unless the user allows it.
    case html(String)
    case experiment(ExperimentDirective)
    case chart(ChartDirective)
    case query(QueryDirective)
    case claim(ClaimDirective)
    /// A directive that could not be read, shown as a box with the messages of its diagnostics.
    case faulty(FaultyDirective)
  }

  package var kind: Kind
  package var range: SourceRange

  package init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

package struct List: Sendable, Hashable {
  package struct Item: Sendable, Hashable {
    package var blocks: [Block]
    /// Of a task list: checked or not; nil for an ordinary item.
    package var isChecked: Bool?

    package init(blocks: [Block], isChecked: Bool? = nil) {
      self.blocks = blocks
      self.isChecked = isChecked
    }
  }

  package var items: [Item]
  /// The first number of an ordered list; nil for bullets.
  package var start: Int?
  package var isTight: Bool

  package init(items: [Item], start: Int?, isTight: Bool) {
    self.items = items
    self.start = start
    self.isTight = isTight
  }
}

/// A GitHub alert: `> [!NOTE]`.
package struct Callout: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable { case note, tip, important, warning, caution }

  package var kind: Kind
  package var blocks: [Block]

  package init(kind: Kind, blocks: [Block]) {
    self.kind = kind
    self.blocks = blocks
  }
}

/// A display equation.
package struct Equation: Sendable, Hashable {
  /// The TeX between the dollars, as written.
  package var tex: String
  package var label: Label?
  /// Where the TeX starts in the file, and for each of its lines where that line starts.
  package var lineStarts: [SourcePosition]

  package init(tex: String, label: Label?, lineStarts: [SourcePosition]) {
    self.tex = tex
    self.label = label
    self.lineStarts = lineStarts
  }
}

package struct MarkdownTable: Sendable, Hashable {
  package enum Alignment: String, Sendable, Hashable { case none, left, center, right }

  package var alignments: [Alignment]
  package var header: [[Inline]]
  package var rows: [[[Inline]]]
  package var caption: [Inline]
  package var label: Label?

  package init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]], caption: [Inline] = [], label: Label? = nil) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
    self.caption = caption
    self.label = label
  }
}

/// An image that stands alone: `![Caption](plot.svg){#fig-a}`.
package struct Figure: Sendable, Hashable {
  /// The path as written, relative to the notebook; already checked to stay below its folder.
  package var path: String
  package var caption: [Inline]
  package var alternativeText: String
  package var label: Label?

  package init(path: String, caption: [Inline], alternativeText: String, label: Label?) {
    self.path = path
    self.caption = caption
    self.alternativeText = alternativeText
    self.label = label
  }
}

package struct Footnote: Sendable, Hashable {
  package var name: String
  package var blocks: [Block]
  package var range: SourceRange

  package init(name: String, blocks: [Block], range: SourceRange) {
    self.name = name
    self.blocks = blocks
    self.range = range
  }
}
