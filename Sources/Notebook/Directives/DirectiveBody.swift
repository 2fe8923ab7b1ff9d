import Diagnostics
import YAMLDocuments

/// The keys of a directive's body.
enum DirectiveBody {
  /// The entries of a body that is a YAML mapping; nil, and a report, when it cannot be read.
  static func entries(_ fence: DirectiveFence, _ context: ParseContext, isOptional: Bool = false) -> [YAMLEntry]? {
    guard let node = mapping(fence, context, isOptional: isOptional) else { return nil }
    return node.entries
  }

  static func mapping(_ fence: DirectiveFence, _ context: ParseContext, isOptional: Bool = false) -> YAMLNode? {
    let (root, diagnostics) = YAMLDocument.parse(fence.body)
    context.diagnostics += diagnostics
    let name = "{\(fence.name)}"
    guard let root, !root.isNull else {
      if diagnostics.contains(where: { $0.severity == .error }) { return nil }
      if isOptional { return YAMLNode(.mapping([]), range: fence.range) }
      context.report(NotebookDiagnostics.emptyBody(name, at: fence.info.range))
      return nil
    }
    guard root.entries != nil else {
      context.report(NotebookDiagnostics.bodyIsNoMapping(name, found: Fields.description(root), at: root.range))
      return nil
    }
    return root
  }
}
