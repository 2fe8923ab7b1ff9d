import Diagnostics
import YAMLDocuments

/// Reads `{experiment} ID`: every key that is not one of the directive's own is a parameter.
struct ExperimentReader {
  static let ownKeys = ["label", "sweep", "seeds", "scales", "timeout", "memory"]
  static let scaleNames = ["quick", "standard", "paper"]

  private let context: ParseContext
  private let fence: DirectiveFence
  private let fields: Fields

  init(_ context: ParseContext, _ fence: DirectiveFence) {
    self.context = context
    self.fence = fence
    fields = Fields(context: context, place: "{experiment}", codes: .directive)
  }

  func read() -> ExperimentDirective? {
    guard let identifier = fence.info.rest.first else {
      context.report(NotebookDiagnostics.experimentWithoutName(at: fence.info.range))
      return nil
    }
    guard let entries = DirectiveBody.entries(fence, context, isOptional: true) else { return nil }
    let placeholder = Label(name: "", kind: .experiment, range: identifier.range)
    var directive = ExperimentDirective(experiment: identifier.text, experimentRange: identifier.range, label: placeholder)
    var label: Label?
    for entry in entries {
      let node = entry.value
      switch entry.key {
      case "label": label = fields.words(node, "label").flatMap { Label.read($0, for: .experiment, at: node.range, context) }
      case "sweep": directive.sweeps = sweeps(node)
      case "seeds": directive.seeds = seeds(node)
      case "scales": directive.scaleParameters = scales(node)
      case "timeout": directive.timeoutSeconds = timeout(node)
      case "memory": directive.memoryBytes = memory(node)
      default: directive.parameters.append(.init(name: entry.key, nameRange: entry.keyRange, value: node))
      }
    }
    if !entries.contains(where: { $0.key == "label" }) {
      context.report(NotebookDiagnostics.experimentWithoutLabel(proposal: proposal(identifier.text), at: identifier.range))
    }
    checkGivenTwice(directive)
    guard let label else { return nil }
    directive.label = label
    return directive
  }

  /// A label from the last part of the experiment's name.
  private func proposal(_ identifier: String) -> String {
    SQLNames.proposal(for: String(identifier.split(separator: "/").last ?? "runs"))
  }

  // MARK: Keys

  /// `{p: [a, b]}` or `{p: {values: [a, b], as: name}}`.
  private func sweeps(_ node: YAMLNode) -> [ExperimentDirective.Sweep] {
    var sweeps: [ExperimentDirective.Sweep] = []
    for entry in fields.entries(node, "sweep") {
      guard let sweep = sweep(entry) else { continue }
      if let other = sweeps.first(where: { $0.column.lowercased() == sweep.column.lowercased() }) {
        context.report(NotebookDiagnostics.sweepColumnTwice(sweep.column, at: entry.keyRange, first: other.nameRange))
      } else if sweep.column.lowercased() == "seed" {
        context.report(NotebookDiagnostics.sweepOfSeed(sweep.name, at: entry.keyRange))
      } else {
        sweeps.append(sweep)
      }
    }
    return sweeps
  }

  private func sweep(_ entry: YAMLEntry) -> ExperimentDirective.Sweep? {
    var list = entry.value
    var column = entry.key
    if let options = entry.value.entries {
      guard let values = entry.value["values"] else {
        fields.missing(["values"], in: "the sweep over '\(entry.key)'", at: entry.value.range)
        return nil
      }
      list = values
      for option in options {
        switch option.key {
        case "values": break
        case "as":
          guard let name = fields.words(option.value, "as"), isColumnName(name, option.value) else { return nil }
          column = name
        default: fields.unknown(option, known: ["values", "as"], in: "the sweep over '\(entry.key)'")
        }
      }
    }
    guard let values = list.elements else {
      fields.wrongType(entry.key, list, expected: "a list of values to sweep over")
      return nil
    }
    guard !values.isEmpty else {
      context.report(NotebookDiagnostics.emptySweep(entry.key, at: list.range))
      return nil
    }
    return ExperimentDirective.Sweep(name: entry.key, nameRange: entry.keyRange, values: values, column: column)
  }

  private func isColumnName(_ name: String, _ node: YAMLNode) -> Bool {
    if SQLNames.isReserved(name) {
      context.report(NotebookDiagnostics.reservedWord(name, as: "column", at: node.range))
      return false
    }
    guard SQLNames.isColumnName(name) else {
      context.report(NotebookDiagnostics.columnName(name, proposal: SQLNames.proposal(for: name), at: node.range))
      return false
    }
    return true
  }

  private func seeds(_ node: YAMLNode) -> ExperimentDirective.Seeds? {
    let expected = "a number of replicates (1 or more) or a list of seeds"
    if let elements = node.elements {
      let list = elements.compactMap { fields.integer($0, "seeds", expected: "a list of whole numbers") }
      guard list.count == elements.count else { return nil }
      guard !list.isEmpty, Set(list).count == list.count, list.allSatisfy({ $0 >= 0 }) else {
        fields.wrongValue("seeds", node, expected: "a list of different seeds, 0 or more")
        return nil
      }
      return .list(list)
    }
    guard let count = fields.integer(node, "seeds", expected: expected) else { return nil }
    guard count >= 1, count <= 1_000_000 else {
      fields.wrongValue("seeds", node, expected: expected)
      return nil
    }
    return .count(count)
  }

  private func scales(_ node: YAMLNode) -> [String: [ExperimentDirective.Setting]] {
    var result: [String: [ExperimentDirective.Setting]] = [:]
    for entry in fields.entries(node, "scales") {
      guard ExperimentReader.scaleNames.contains(entry.key) else {
        context.report(NotebookDiagnostics.unknownScale(entry.key, known: ExperimentReader.scaleNames, at: entry.keyRange))
        continue
      }
      var settings: [ExperimentDirective.Setting] = []
      for setting in fields.entries(entry.value, entry.key) {
        if ExperimentReader.ownKeys.contains(setting.key) {
          context.report(NotebookDiagnostics.ownKeyInScale(setting.key, at: setting.keyRange))
        } else {
          settings.append(.init(name: setting.key, nameRange: setting.keyRange, value: setting.value))
        }
      }
      result[entry.key] = settings
    }
    return result
  }

  private func timeout(_ node: YAMLNode) -> Double? {
    let seconds = node.text.flatMap(Quantity.seconds)
    if seconds == nil { fields.wrongValue("timeout", node, expected: "a duration such as 500ms, 60s, 5min or 2h") }
    return seconds
  }

  private func memory(_ node: YAMLNode) -> Int? {
    let bytes = node.text.flatMap(Quantity.bytes)
    if bytes == nil { fields.wrongValue("memory", node, expected: "a size such as 512MB, 2GB or 1GiB") }
    return bytes
  }

  private func checkGivenTwice(_ directive: ExperimentDirective) {
    for sweep in directive.sweeps {
      guard let other = directive.parameters.first(where: { $0.name == sweep.name }) else { continue }
      context.report(NotebookDiagnostics.sweptAndGiven(sweep.name, at: sweep.nameRange, given: other.nameRange))
    }
  }
}
