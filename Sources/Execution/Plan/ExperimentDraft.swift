import Diagnostics
import Experiments
import Notebook
import YAMLDocuments

/// What was asked of an experiment, from a directive or from the command line, before any of it is checked.
struct ExperimentDraft {
  /// A value as given: nil literal for YAML that can be no parameter's value.
  struct Given {
    var literal: ParameterLiteral?
    /// What it is in words if it is no value.
    var typeDescription = ""
    var range: SourceRange?

    init(_ literal: ParameterLiteral, range: SourceRange? = nil) {
      self.literal = literal
      self.range = range
    }

    init(_ node: YAMLNode) {
      literal = ParameterLiteral(node)
      typeDescription = node.elements != nil ? "list with a mapping or null in it" : node.typeDescription
      range = node.range
    }
  }

  struct Setting {
    var name: String
    var nameRange: SourceRange?
    var value: Given
  }

  struct Sweep {
    var name: String
    var nameRange: SourceRange?
    var values: [Given]
    var column: String
  }

  var experiment: String
  var experimentRange: SourceRange?
  var label: String
  var range: SourceRange
  var settings: [Setting] = []
  /// Settings of the scale in force.
  var scaleSettings: [Setting] = []
  /// Settings of other scales, of which only the names are checked.
  var otherSettings: [Setting] = []
  /// From the command line.
  var overrides: [Setting] = []
  var sweeps: [Sweep] = []
  var seeds: ExperimentDirective.Seeds?
  var timeoutSeconds: Double?
  var memoryBytes: Int?
  var scale: Scale
  var notebookSeed: Int
  var dataFolder: String

  init(experiment: String, label: String, range: SourceRange, scale: Scale, notebookSeed: Int, dataFolder: String) {
    self.experiment = experiment
    self.label = label
    self.range = range
    self.scale = scale
    self.notebookSeed = notebookSeed
    self.dataFolder = dataFolder
  }

  init(_ directive: ExperimentDirective, at range: SourceRange, scale: Scale, notebookSeed: Int, dataFolder: String) {
    self.init(
      experiment: directive.experiment, label: directive.label.name, range: range, scale: scale,
      notebookSeed: notebookSeed, dataFolder: dataFolder)
    experimentRange = directive.experimentRange
    settings = directive.parameters.map(Setting.init)
    for (name, settings) in directive.scaleParameters.sorted(by: { $0.key < $1.key }) {
      if name == scale.rawValue { scaleSettings = settings.map(Setting.init) } else { otherSettings += settings.map(Setting.init) }
    }
    sweeps = directive.sweeps.map {
      Sweep(name: $0.name, nameRange: $0.nameRange, values: $0.values.map(Given.init), column: $0.column)
    }
    seeds = directive.seeds
    timeoutSeconds = directive.timeoutSeconds
    memoryBytes = directive.memoryBytes
  }
}

extension ExperimentDraft.Setting {
  init(_ setting: ExperimentDirective.Setting) {
    self.init(name: setting.name, nameRange: setting.nameRange, value: .init(setting.value))
  }
}
