import Diagnostics
import Experiments
import Tables

/// Checks the values given for an experiment one by one, each diagnostic at the place of its value.
struct ParameterChecker {
  let draft: ExperimentDraft
  let description: ExperimentDescription
  private(set) var diagnostics: [Diagnostic] = []

  init(_ draft: ExperimentDraft, _ description: ExperimentDescription) {
    self.draft = draft
    self.description = description
  }

  /// What is set, by name, and what is swept: later sources win over earlier ones.
  mutating func check() -> (settings: [String: ParameterLiteral], sweeps: [PlannedExperiment.Sweep]) {
    let all = draft.settings + draft.scaleSettings + draft.overrides
    var isKnown: Set<String> = []
    let known = description.parameters.map(\.name)
    let given = (all + draft.otherSettings).map { ($0.name, $0.nameRange) } + draft.sweeps.map { ($0.name, $0.nameRange) }
    for (name, range) in given {
      if known.contains(name) { isKnown.insert(name) } else { report(.unknown(name, known: known), at: range) }
    }
    var sweeps: [PlannedExperiment.Sweep] = []
    for sweep in draft.sweeps where isKnown.contains(sweep.name) {
      if let checked = check(sweep) { sweeps.append(checked) }
    }
    let swept = Set(draft.sweeps.map(\.name))
    var settings: [String: ParameterLiteral] = [:]
    for setting in winners(all) where isKnown.contains(setting.name) && !swept.contains(setting.name) {
      if let value = check(setting.value, of: setting.name, at: setting.nameRange, isOverride: isOverride(setting.name)) {
        settings[setting.name] = value
      }
    }
    return (settings, sweeps)
  }

  private func isOverride(_ name: String) -> Bool { draft.overrides.contains { $0.name == name } }

  /// The last setting of each name, in the order of the first.
  private func winners(_ settings: [ExperimentDraft.Setting]) -> [ExperimentDraft.Setting] {
    Planner.unique(settings.map(\.name)).compactMap { name in settings.last { $0.name == name } }
  }

  private mutating func check(_ sweep: ExperimentDraft.Sweep) -> PlannedExperiment.Sweep? {
    let replacement = (draft.scaleSettings + draft.overrides).last { $0.name == sweep.name }
    let given = replacement.map { sweptValues($0.value, of: sweep.name) } ?? sweep.values
    if given.isEmpty {
      diagnostics.append(ExecutionDiagnostics.emptySweep(sweep.name, at: sweep.nameRange))
      return nil
    }
    let isOverride = isOverride(sweep.name)
    let values = given.compactMap { check($0, of: sweep.name, at: sweep.nameRange, isOverride: isOverride) }
    guard values.count == given.count else { return nil }
    return .init(name: sweep.name, column: sweep.column, type: values[0].columnType, values: values)
  }

  /// What a setting of a swept parameter sweeps instead: the elements of a list, unless the parameter itself is one.
  private func sweptValues(_ value: ExperimentDraft.Given, of name: String) -> [ExperimentDraft.Given] {
    guard case .list(let values) = value.literal, let definition = description.parameter(name) else { return [value] }
    if case .list = definition.defaults.standard {
      guard case .list = values.first else { return [value] }
    }
    return values.map { .init($0, range: value.range) }
  }

  private mutating func check(
    _ given: ExperimentDraft.Given, of name: String, at nameRange: SourceRange?, isOverride: Bool
  ) -> ParameterLiteral? {
    guard let definition = description.parameter(name) else { return nil }
    let range = given.range ?? nameRange
    guard let literal = given.literal else {
      diagnostics.append(
        ExecutionDiagnostics.notAValue(name, found: given.typeDescription, expected: definition.typeName, at: range))
      return nil
    }
    switch definition.check(literal) {
    case .success(let value): return value.literal
    case .failure(let problem):
      report(problem, at: range, isOverride: isOverride)
      return nil
    }
  }

  private mutating func report(_ problem: ParameterProblem, at range: SourceRange?, isOverride: Bool = false) {
    var diagnostic = problem.diagnostic(experiment: draft.experiment, at: range)
    if isOverride, !draft.label.isEmpty {
      diagnostic.range = draft.experimentRange
      diagnostic.notes.append(.init("the value was given on the command line"))
    }
    diagnostics.append(diagnostic)
  }
}

extension ParameterLiteral {
  /// The column type that holds values of this type; lists are shown as text.
  var columnType: ColumnType {
    switch self {
    case .boolean: .boolean
    case .integer: .integer
    case .real: .real
    case .text, .list: .text
    }
  }

  /// The value as a table's cell.
  var cell: Value {
    switch self {
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .real(let value): .real(value)
    case .text(let value): .text(value)
    case .list: .text(displayText)
    }
  }
}
