import Diagnostics
import Tables
import YAMLDocuments

extension SpecParser {
  /// Reads the variables of a view; what needs a reader's hand is left out.
  mutating func readParameters(_ node: YAMLNode) {
    guard let items = node.elements else { wrong("params", node, "a list of variables"); return }
    for item in items {
      if let select = item["select"] {
        let name = item["name"]?.text ?? ""
        diagnostics.append(begunSelections[name] == nil ? ChartingDiagnostics.unselected(name, at: select.range) : ChartingDiagnostics.begun(name, at: select.range))
        continue
      }
      guard check(item, "params", known: ["name", "value", "expr", "bind", "react"]), let name = text(item, "name") else { continue }
      if let value = item["value"] {
        if let elements = value.elements {
          for (index, element) in elements.enumerated() { parameters["\(name)[\(index)]"] = self.value(element) }
        } else {
          parameters[name] = self.value(value)
        }
      } else if let expression = item["expr"] {
        parameters[name] = constant(expression)
      } else {
        diagnostics.append(ChartingDiagnostics.missing("'value' or 'expr'", in: "a variable", at: item.range))
      }
    }
  }

  /// The selections of all views, which may be used before they are defined.
  static func selectionNames(_ views: [YAMLNode]) -> Set<String> {
    let items = views.flatMap { $0["params"]?.elements ?? [] }
    return Set(items.lazy.filter { $0["select"] != nil }.compactMap { $0["name"]?.text })
  }

  /// Whether `{param: name}` holds while nothing is selected; nil when it is not about a selection.
  func unselectedTruth(_ node: YAMLNode) -> Bool? {
    guard let name = (node["param"] ?? node["selection"])?.text, selections.contains(name), begunSelections[name] == nil else { return nil }
    return node["empty"]?.bool ?? true
  }

  private mutating func constant(_ node: YAMLNode) -> Value {
    guard let text = string(node, "expr") else { return .null }
    do { return try ExpressionEvaluator.constant(ExpressionParser.parse(text, variables: Set(parameters.keys)), parameters) } catch {
      diagnostics.append(ChartingDiagnostics.expression(error, in: ExpressionSource(text: text, range: node.range)))
      return .null
    }
  }

  /// A view with its constant expressions worked out.
  mutating func expanded(_ node: YAMLNode, repeats: [String: YAMLScalar] = [:]) -> YAMLNode {
    var expansion = SpecExpansion(repeats: repeats, parameters: parameters)
    let result = expansion.expanded(node)
    for fault in expansion.faults { diagnostics.append(ChartingDiagnostics.expression(fault.error, in: fault.source)) }
    return result
  }
}
