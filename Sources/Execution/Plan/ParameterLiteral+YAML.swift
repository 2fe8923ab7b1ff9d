import Experiments
import YAMLDocuments

extension ParameterLiteral {
  /// The value that a YAML node stands for; nil for a mapping, a null, or a list that holds one.
  package init?(_ node: YAMLNode) {
    switch node.kind {
    case .scalar(let scalar):
      if scalar.isNull { return nil }
      if let value = scalar.bool {
        self = .boolean(value)
      } else if let value = scalar.integer {
        self = .integer(value)
      } else if let value = scalar.number {
        self = .real(value)
      } else {
        self = .text(scalar.text)
      }
    case .sequence(let nodes):
      var values: [ParameterLiteral] = []
      for node in nodes {
        guard let value = ParameterLiteral(node) else { return nil }
        values.append(value)
      }
      self = .list(values)
    case .mapping: return nil
    }
  }
}
