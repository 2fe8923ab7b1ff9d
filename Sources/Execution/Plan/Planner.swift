import Diagnostics
import Experiments
import Notebook

/// Turns a notebook's `{experiment}` directives into jobs, or into diagnostics that say what is wrong with them.
package struct Planner: Sendable {
  /// More jobs than this in one experiment are taken for a mistake.
  package static let jobLimit = 100_000

  let registry: Registry
  let platform: NumericalPlatform

  package init(registry: Registry, platform: NumericalPlatform = .current) {
    self.registry = registry
    self.platform = platform
  }

  /// Plans every experiment of a notebook.
  package func plan(_ notebook: Notebook, options: PlanOptions = PlanOptions()) -> Plan {
    let scale = options.scale ?? Scale(rawValue: notebook.frontMatter.scale) ?? .standard
    let folder = options.dataFolder ?? Planner.folder(of: notebook.source.path)
    var experiments: [PlannedExperiment] = []
    var known: [String] = []
    for (directive, range) in notebook.experimentDirectives {
      var draft = ExperimentDraft(
        directive, at: range, scale: scale, notebookSeed: notebook.frontMatter.seed, dataFolder: folder)
      if let (_, description) = registry.lookup(directive.experiment) {
        let names = description.parameters.map(\.name)
        known += names
        draft.overrides = options.overrides.filter { names.contains($0.name) }
          .map { .init(name: $0.name, value: .init($0.value)) }
      }
      experiments.append(plan(draft))
    }
    var diagnostics = experiments.flatMap(\.faults)
    diagnostics += markTableClashes(in: &experiments)
    for override in options.overrides where !known.contains(override.name) {
      diagnostics.append(ExecutionDiagnostics.unknownOverride(override.name, known: Planner.unique(known)))
    }
    return Plan(experiments: experiments, diagnostics: diagnostics)
  }

  /// Plans one experiment outside any notebook, as `reprise run` does.
  ///
  /// - Parameter seeds: nil for the experiment's default.
  package func plan(
    experiment: String, parameters: [PlanOptions.Override] = [], seeds: [Int]? = nil, scale: Scale = .standard,
    notebookSeed: Int = 0, dataFolder: String = "", timeoutSeconds: Double? = nil, memoryBytes: Int? = nil
  ) -> PlannedExperiment {
    var draft = ExperimentDraft(
      experiment: experiment, label: "", range: SourceRange(file: "command line", line: 1), scale: scale,
      notebookSeed: notebookSeed, dataFolder: dataFolder)
    draft.overrides = parameters.map { .init(name: $0.name, value: .init($0.value)) }
    draft.seeds = seeds.map { .list($0) }
    draft.timeoutSeconds = timeoutSeconds
    draft.memoryBytes = memoryBytes
    return plan(draft)
  }

  /// Two experiments may not give the same table; the later one is at fault.
  ///
  /// - Returns: what to report; equal labels are not among it, as the notebook's parser reports them.
  private func markTableClashes(in experiments: inout [PlannedExperiment]) -> [Diagnostic] {
    var owners: [String: Int] = [:]
    var clashes: [Diagnostic] = []
    for index in experiments.indices {
      for (name, _) in experiments[index].tableNames {
        if let owner = owners[name.lowercased()], owner != index {
          let other = experiments[owner]
          let clash = ExecutionDiagnostics.tableClash(
            name, label: experiments[index].label, other: other.label, otherRange: other.range,
            at: experiments[index].range)
          if other.label != experiments[index].label { clashes.append(clash) }
          experiments[index].faults.append(clash)
          experiments[index].jobs = []
          break
        }
        owners[name.lowercased()] = index
      }
    }
    return clashes
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}

extension Notebook {
  /// The `{experiment}` directives in document order, those within lists, quotes and callouts too.
  package var experimentDirectives: [(directive: ExperimentDirective, range: SourceRange)] {
    Notebook.directives(in: blocks)
  }

  private static func directives(in blocks: [Block]) -> [(directive: ExperimentDirective, range: SourceRange)] {
    blocks.flatMap { block -> [(directive: ExperimentDirective, range: SourceRange)] in
      switch block.kind {
      case .experiment(let directive): [(directive, block.range)]
      case .list(let list): list.items.flatMap { directives(in: $0.blocks) }
      case .blockQuote(let blocks): directives(in: blocks)
      case .callout(let callout): directives(in: callout.blocks)
      default: []
      }
    }
  }
}
