/// A report as the index page shows it.
package struct IndexEntry: Sendable {
  package var slug: String
  package var title: String
  /// The language of title and paper; nil where the record does not say.
  package var lang: String?
  package var paper: String?
  package var scale: String
  /// Verdict and number of claims.
  package var verdicts: [(verdict: String, count: Int)]
  /// A picture: a data URI, or its path below the report's folder.
  package var thumbnail: String?
  package var hasHTML: Bool
  package var hasPDF: Bool

  package init(
    slug: String, title: String, lang: String? = nil, paper: String?, scale: String, verdicts: [(verdict: String, count: Int)], thumbnail: String?,
    hasHTML: Bool, hasPDF: Bool
  ) {
    self.slug = slug
    self.title = title
    self.lang = lang
    self.paper = paper
    self.scale = scale
    self.verdicts = verdicts
    self.thumbnail = thumbnail
    self.hasHTML = hasHTML
    self.hasPDF = hasPDF
  }
}
