import ArgumentParser
import Experiments
import Tables

/// `reprise list`
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the papers and their experiments.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Option(help: "text or json.")
  var format = Format.text

  func run() {
    let papers = RepriseTool.registry.papers
    switch format {
    case .text: Console.write(papers.map(text).joined(separator: "\n"))
    case .json: Console.write(JSONValue.array(papers.map(json)).text() + "\n")
    }
  }

  private func text(_ paper: Paper) -> String {
    let width = paper.experiments.map(\.id.count).max() ?? 0
    let lines = paper.experiments.map { "  \($0.id)\(String(repeating: " ", count: width - $0.id.count + 2))\($0.summary)" }
    return (["\(paper.slug)", "  \(paper.title), \(paper.venue) \(paper.year)"] + lines).joined(separator: "\n") + "\n"
  }

  private func json(_ paper: Paper) -> JSONValue {
    .object(pairs: [
      ("slug", .string(paper.slug)), ("title", .string(paper.title)), ("authors", .array(paper.authors.map(JSONValue.string))),
      ("venue", .string(paper.venue)), ("year", .integer(paper.year)), ("arxiv", paper.arxiv.map(JSONValue.string) ?? .null),
      (
        "experiments",
        .array(paper.experiments.map { .object(pairs: [("id", .string($0.id)), ("summary", .string($0.summary))]) })
      ),
    ])
  }
}
