import Diagnostics

/// The YAML head of a notebook, after project-wide defaults (`reprise.yaml`) have been laid under it.
package struct FrontMatter: Sendable, Hashable {
  package struct Author: Sendable, Hashable {
    package var name: String
    package var affiliation: String?
    package var orcid: String?
    package var email: String?

    package init(name: String, affiliation: String? = nil, orcid: String? = nil, email: String? = nil) {
      self.name = name
      self.affiliation = affiliation
      self.orcid = orcid
      self.email = email
    }
  }

  /// The paper that is reproduced.
  package struct Paper: Sendable, Hashable {
    package var title: String
    package var authors: [String]
    package var venue: String?
    package var year: Int?
    package var arxiv: String?
    package var doi: String?
    package var url: String?
    package var code: String?

    package init(
      title: String, authors: [String] = [], venue: String? = nil, year: Int? = nil, arxiv: String? = nil,
      doi: String? = nil, url: String? = nil, code: String? = nil
    ) {
      self.title = title
      self.authors = authors
      self.venue = venue
      self.year = year
      self.arxiv = arxiv
      self.doi = doi
      self.url = url
      self.code = code
    }
  }

  package enum CitationStyle: String, Sendable, Hashable, CaseIterable {
    case authorYear = "author-year"
    case numeric
  }

  package enum PaperSize: String, Sendable, Hashable, CaseIterable { case a4, letter }

  package struct HTMLOptions: Sendable, Hashable {
    package var toc = true
    package var codeFold = true
    package init() {}
  }

  package struct PDFOptions: Sendable, Hashable {
    package var paperSize = PaperSize.a4
    /// 1, or 2 as in conference papers.
    package var columns = 1
    package init() {}
  }

  /// May hold inline Markdown (emphasis, code, mathematics); parsed inlines are in `titleInlines`.
  package var title = "Untitled"
  package var titleInlines: [Inline] = []
  package var subtitle: String?
  package var subtitleInlines: [Inline] = []
  package var authors: [Author] = []
  /// Printed as given.
  package var date: String?
  /// The abstract as parsed blocks; nil when there is none.
  package var abstract: [Block]?
  package var lang = "en"
  /// Path of the BibTeX file relative to the notebook, and its place in the front matter.
  package var bibliography: String?
  package var bibliographyRange: SourceRange?
  package var citationStyle = CitationStyle.authorYear
  package var paper: Paper?
  package var seed = 0
  /// "quick", "standard" or "paper".
  package var scale = "standard"
  package var scaleIsExplicit = false
  package var html = HTMLOptions()
  package var pdf = PDFOptions()
  /// TeX macros: name with its backslash, body with `#1`…`#9`.
  package var macros: [String: String] = [:]

  package init() {}
}
