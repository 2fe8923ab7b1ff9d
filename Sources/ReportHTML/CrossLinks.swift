import Report

/// Who points to whom in a report: figures to their claims, experiments to what was computed from them.
struct CrossLinks {
  struct Link: Hashable {
    var name: String
    var anchor: String
  }

  /// Claims by the anchor of the figure that shows them.
  private(set) var claims: [String: [Link]] = [:]
  /// Experiments by their labels.
  private(set) var experiments: [String: Link] = [:]
  /// Figures, tables and claims by the label of the experiment they were computed from.
  private(set) var uses: [String: [Link]] = [:]
  private let origins: [String: [String]]

  init(_ report: Report) {
    origins = report.origins
    for claim in report.claims {
      guard let figure = claim.figure else { continue }
      claims[figure.anchor, default: []].append(Link(name: String(claim.number), anchor: claim.anchor))
    }
    visit(report.blocks)
  }

  /// The experiments that something was computed from.
  func origins(of anchor: String?) -> [Link] { anchor.flatMap { origins[$0] }?.compactMap { experiments[$0] } ?? [] }

  private mutating func visit(_ blocks: [ReportBlock]) {
    for block in blocks {
      switch block {
      case .experiment(let experiment): experiments[experiment.label] = Link(name: experiment.label, anchor: experiment.anchor)
      case .figure(let figure): note(figure.name, figure.anchor)
      case .table(let table): note(table.name, table.anchor)
      case .claim(let claim): note("Claim \(claim.number)", claim.anchor)
      case .blockQuote(let inner), .callout(_, _, let inner): visit(inner)
      case .list(let list): for item in list.items { visit(item.blocks) }
      default: break
      }
    }
  }

  private mutating func note(_ name: String?, _ anchor: String?) {
    guard let name, let anchor else { return }
    for label in origins[anchor] ?? [] { uses[label, default: []].append(Link(name: name, anchor: anchor)) }
  }
}
