import Diagnostics
import Notebook

/// Numbers and anchors of everything in a notebook that has one, given out in document order.
struct ReferenceIndex {
  struct Target: Sendable {
    /// "Figure", "Table", "Equation", "Section", "Claim"; empty for an experiment.
    var kind: String
    /// "2", "3.1".
    var number: String
    var anchor: String

    /// "Figure 2"; equations have their number in brackets.
    var name: String { kind == "Equation" ? "Equation (\(number))" : kind.isEmpty ? number : "\(kind) \(number)" }
  }

  private var byLabel: [String: Target] = [:]
  private var byPlace: [SourcePosition: Target] = [:]
  private var counters: [String: Int] = [:]
  private var sections: [Int] = []
  private var anchors: Set<String> = []
  /// Depths of headings by the levels written, where one is skipped on the way down.
  private var depths: [SourcePosition: Int] = [:]

  /// - Complexity: O(blocks).
  init(_ notebook: Notebook) {
    noteDepths(of: notebook.blocks)
    ReferenceIndex.walk(notebook.blocks) { self.note($0) }
  }

  /// The target of a label.
  subscript(label: String) -> Target? { byLabel[label] }
  /// The target of the block that starts at a place.
  subscript(block: Block) -> Target? { byPlace[block.range.start] }

  /// Depth of a heading in the report: 1 for sections.
  func depth(of heading: Block) -> Int { depths[heading.range.start] ?? 1 }

  /// Headings are as deep as those they stand below, one by one: a level that is skipped on the way down does not count,
  /// and the first heading decides what a section is unless a higher one follows.
  private mutating func noteDepths(of blocks: [Block]) {
    var headings: [(level: Int, place: SourcePosition)] = []
    ReferenceIndex.walk(blocks) { if case .heading(let level, _, _) = $0.kind { headings.append((level, $0.range.start)) } }
    let base = headings.map(\.level).min() ?? 1
    // Levels that are open, outermost first, each with its depth.
    var open: [(level: Int, depth: Int)] = []
    for heading in headings {
      while let last = open.last, last.level >= heading.level { open.removeLast() }
      // Before the first section stands what has nothing above it.
      let depth = open.last.map { $0.depth + 1 } ?? (heading.level == base ? 1 : min(2, heading.level - base + 1))
      depths[heading.place] = depth
      open.append((heading.level, depth))
    }
  }

  static let unnumberedTitles: Set<String> = ["references", "bibliography", "acknowledgements", "acknowledgments"]

  /// Visits blocks in document order, those inside others included.
  static func walk(_ blocks: [Block], _ visit: (Block) -> Void) {
    for block in blocks {
      visit(block)
      switch block.kind {
      case .list(let list): for item in list.items { walk(item.blocks, visit) }
      case .blockQuote(let inner): walk(inner, visit)
      case .callout(let callout): walk(callout.blocks, visit)
      default: break
      }
    }
  }

  private mutating func note(_ block: Block) {
    switch block.kind {
    case .heading(_, let content, let label): heading(content, label, block)
    case .chart(let chart): number("Figure", "fig", chart.label, block)
    case .image(let figure) where figure.label != nil || !figure.caption.isEmpty: number("Figure", "fig", figure.label, block)
    case .query(let query): number("Table", "tbl", query.label, block)
    case .table(let table) where table.label != nil || !table.caption.isEmpty: number("Table", "tbl", table.label, block)
    case .equation(let equation) where equation.label != nil: number("Equation", "eq", equation.label, block)
    case .claim(let claim): number("Claim", "clm", claim.label, block)
    case .experiment(let experiment):
      add(Target(kind: "", number: experiment.label.name, anchor: unique("exp-" + Anchor.slug(experiment.label.name))), experiment.label, block)
    case .faulty(let faulty):
      switch faulty.name {
      case "chart": number("Figure", "fig", faulty.label, block)
      case "sql": number("Table", "tbl", faulty.label, block)
      case "claim": number("Claim", "clm", faulty.label, block)
      default: break
      }
    default: break
    }
  }

  private mutating func heading(_ content: [Inline], _ label: Label?, _ block: Block) {
    let depth = depth(of: block)
    let title = content.plainText
    var number = ""
    if !ReferenceIndex.unnumberedTitles.contains(title.lowercased()), depth <= 3 {
      while sections.count < depth { sections.append(0) }
      sections.removeLast(sections.count - depth)
      sections[depth - 1] += 1
      number = sections.map(String.init).joined(separator: ".")
    }
    let anchor = unique(label?.name ?? Anchor.slug(title))
    add(Target(kind: "Section", number: number.isEmpty ? title : number, anchor: anchor), label, block)
    if number.isEmpty { byPlace[block.range.start]?.number = "" }
  }

  private mutating func number(_ kind: String, _ prefix: String, _ label: Label?, _ block: Block) {
    counters[kind, default: 0] += 1
    let number = counters[kind, default: 0]
    add(Target(kind: kind, number: String(number), anchor: unique(label?.name ?? "\(prefix)-\(number)")), label, block)
  }

  private mutating func add(_ target: Target, _ label: Label?, _ block: Block) {
    byPlace[block.range.start] = target
    if let label, byLabel[label.name] == nil { byLabel[label.name] = target }
  }

  private mutating func unique(_ anchor: String) -> String {
    var name = anchor
    var count = 2
    while !anchors.insert(name).inserted {
      name = "\(anchor)-\(count)"
      count += 1
    }
    return name
  }
}
