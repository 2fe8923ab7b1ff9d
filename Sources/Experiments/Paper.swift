/// A reproduced paper: its citation and its experiments.
public struct Paper: Sendable {
  public let slug: String
  public let title: String
  public let authors: [String]
  public let venue: String
  public let year: Int
  public let arxiv: String?
  public let experiments: [ExperimentDescription]
  /// Digest of the sources that its numbers depend on, made at build time by the plugin `SourceDigests`; part of every
  /// stored result's key. Empty: results are never stored, as nobody could tell when they are out of date.
  public let sourceDigest: String

  public init(
    slug: String, title: String, authors: [String], venue: String, year: Int, arxiv: String? = nil,
    sourceDigest: String, experiments: [any Experiment.Type]
  ) {
    self.slug = slug
    self.title = title
    self.authors = authors
    self.venue = venue
    self.year = year
    self.arxiv = arxiv
    self.sourceDigest = sourceDigest
    self.experiments = experiments.map(ExperimentDescription.init)
  }
}
