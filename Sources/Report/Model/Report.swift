import Charting
import Diagnostics
import Notebook
import Tables

/// A notebook with its results: everything numbered, linked, computed and formatted; what is left is to set it.
///
/// Both back ends, HTML and PDF, take this and nothing else. Anchors are unique in the report and safe as HTML ids
/// and PDF destination names.
package struct Report: Sendable {
  /// File name without extension of the notebook; names the output folder.
  package var slug: String
  package var title: [ReportInline]
  /// The title as plain text, for metadata.
  package var plainTitle: String
  package var subtitle: [ReportInline]
  package var authors: [FrontMatter.Author]
  package var date: String?
  package var lang: String
  package var abstract: [ReportBlock]
  package var paper: FrontMatter.Paper?
  /// "quick", "standard" or "paper".
  package var scale: String
  package var html: FrontMatter.HTMLOptions
  package var pdf: FrontMatter.PDFOptions
  package var blocks: [ReportBlock]
  /// In document order; the verdict table that opens the report.
  package var claims: [Claim]
  /// In order of first reference.
  package var footnotes: [ReportFootnote]
  /// Sorted as printed; the block `.bibliography` says where.
  package var bibliography: [BibliographyEntry]
  package var outline: [OutlineEntry]
  /// Terms and their values: versions, seeds, scale, digests. No clock, no path, no host.
  package var colophon: [ColophonEntry]
  /// The tables of results for `tables/*.csv` and `results.sqlite`, by SQL name.
  package var tables: [(name: String, table: Table)]
  /// Labels of the experiments that a figure, table or claim was computed from, in document order, by its anchor.
  package var origins: [String: [String]]
  package var diagnostics: [Diagnostic]

  package init(slug: String, plainTitle: String) {
    self.slug = slug
    self.plainTitle = plainTitle
    title = [.text(plainTitle)]
    subtitle = []
    authors = []
    date = nil
    lang = "en"
    abstract = []
    paper = nil
    scale = "standard"
    html = .init()
    pdf = .init()
    blocks = []
    claims = []
    footnotes = []
    bibliography = []
    outline = []
    colophon = []
    tables = []
    origins = [:]
    diagnostics = []
  }
}

/// A section heading in the table of contents and the PDF's outline.
package struct OutlineEntry: Sendable {
  package var level: Int
  package var number: String?
  package var title: [ReportInline]
  package var plainTitle: String
  package var anchor: String

  package init(level: Int, number: String?, title: [ReportInline], plainTitle: String, anchor: String) {
    self.level = level
    self.number = number
    self.title = title
    self.plainTitle = plainTitle
    self.anchor = anchor
  }
}

package struct ColophonEntry: Sendable, Hashable {
  package var term: String
  package var value: String

  package init(_ term: String, _ value: String) {
    self.term = term
    self.value = value
  }
}

package struct ReportFootnote: Sendable {
  package var number: Int
  /// Of the note itself.
  package var anchor: String
  /// Of its first mark in the text.
  package var backAnchor: String
  package var blocks: [ReportBlock]

  package init(number: Int, anchor: String, backAnchor: String, blocks: [ReportBlock]) {
    self.number = number
    self.anchor = anchor
    self.backAnchor = backAnchor
    self.blocks = blocks
  }
}

package struct BibliographyEntry: Sendable {
  package var key: String
  package var anchor: String
  /// "[3]" in the numeric style; nil in author-year.
  package var mark: String?
  package var content: [ReportInline]

  package init(key: String, anchor: String, mark: String?, content: [ReportInline]) {
    self.key = key
    self.anchor = anchor
    self.mark = mark
    self.content = content
  }
}
