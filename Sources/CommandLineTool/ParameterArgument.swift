import ArgumentParser
import Diagnostics
import Execution
import Experiments
import YAMLDocuments

/// A parameter given as `-P name:value`, the value in YAML: `n:40`, `mode:pde`, `n:[10, 20]`.
struct ParameterArgument: ExpressibleByArgument {
  var name: String
  var value: ParameterLiteral

  init?(argument: String) {
    guard let colon = argument.firstIndex(where: { $0 == ":" || $0 == "=" }), colon != argument.startIndex else { return nil }
    name = String(argument[..<colon])
    let text = String(argument[argument.index(after: colon)...])
    let (node, faults) = YAMLDocument.parse(SourceFile(path: "-P", text: text))
    guard let node, faults.allSatisfy({ $0.severity != .error }), let literal = ParameterLiteral(node) else { return nil }
    value = literal
  }

  var override: PlanOptions.Override { .init(name: name, value: value) }
}

extension Scale: ExpressibleByArgument {}
