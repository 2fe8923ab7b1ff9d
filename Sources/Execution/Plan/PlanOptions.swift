import Experiments

/// What the command line changes in a plan.
package struct PlanOptions: Sendable {
  /// A parameter's value given with `-P`.
  package struct Override: Sendable, Hashable {
    package var name: String
    package var value: ParameterLiteral

    package init(name: String, value: ParameterLiteral) {
      self.name = name
      self.value = value
    }
  }

  /// Instead of the notebook's scale.
  package var scale: Scale?
  /// For every experiment that has the parameter; a later one of the same name wins. For a swept parameter it replaces
  /// the values swept.
  package var overrides: [Override]
  /// The folder that data files are relative to; nil for the notebook's.
  package var dataFolder: String?

  package init(scale: Scale? = nil, overrides: [Override] = [], dataFolder: String? = nil) {
    self.scale = scale
    self.overrides = overrides
    self.dataFolder = dataFolder
  }
}
