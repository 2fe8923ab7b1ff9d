/// The papers and experiments that a program knows, listed explicitly.
public struct Registry: Sendable {
  public let papers: [Paper]
  private let index: [String: (paper: Int, experiment: Int)]

  public init(_ papers: [Paper]) {
    self.papers = papers
    var index: [String: (paper: Int, experiment: Int)] = [:]
    for (p, paper) in papers.enumerated() {
      for (e, experiment) in paper.experiments.enumerated() { index[experiment.id] = (p, e) }
    }
    self.index = index
  }

  public var experimentIDs: [String] { papers.flatMap { $0.experiments.map(\.id) } }

  /// The experiment of an id and the paper that it belongs to.
  public func lookup(_ id: String) -> (paper: Paper, experiment: ExperimentDescription)? {
    index[id].map { (papers[$0.paper], papers[$0.paper].experiments[$0.experiment]) }
  }
}
