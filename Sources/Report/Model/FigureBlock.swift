import Graphics
import Tables

/// A numbered figure: a chart, or an image file.
package struct FigureBlock: Sendable {
  package enum Content: Sendable {
    case chart(FigureChart)
    case image(ReportImage)
  }

  /// "Figure 2".
  package var name: String?
  package var anchor: String?
  /// Name of its files in `figures/`, e.g. `fig-rates`.
  package var fileName: String
  package var caption: [ReportInline]
  /// Said under the caption: what centre, band and n are, rows dropped, labels skipped.
  package var notes: [String]
  package var content: Content
  /// The directive as written, for the folded source.
  package var source: CodeListing?

  package init(
    name: String?, anchor: String?, fileName: String, caption: [ReportInline], notes: [String], content: Content,
    source: CodeListing?
  ) {
    self.name = name
    self.anchor = anchor
    self.fileName = fileName
    self.caption = caption
    self.notes = notes
    self.content = content
    self.source = source
  }
}

/// A drawn chart with what makes it accessible.
package struct FigureChart: Sendable {
  package var list: DisplayList
  package var alternativeText: String
  /// The plotted numbers.
  package var plotted: Table
  /// How places in the plots are read as values, as JSON for the page's script.
  package var readout: String

  package init(list: DisplayList, alternativeText: String, plotted: Table, readout: String = "[]") {
    self.list = list
    self.alternativeText = alternativeText
    self.plotted = plotted
    self.readout = readout
  }
}
