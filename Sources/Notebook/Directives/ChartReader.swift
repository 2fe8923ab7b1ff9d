import Diagnostics
import YAMLDocuments

/// Reads `{chart}`: splits label, caption and alternative text off the specification.
struct ChartReader {
  private let context: ParseContext
  private let fence: DirectiveFence
  private let fields: Fields

  init(_ context: ParseContext, _ fence: DirectiveFence) {
    self.context = context
    self.fence = fence
    fields = Fields(context: context, place: "{chart}", codes: .directive)
  }

  func read() -> ChartDirective? {
    guard let root = DirectiveBody.mapping(fence, context), let entries = root.entries else { return nil }
    var rest: [YAMLEntry] = []
    var directive = ChartDirective(label: nil, caption: [], alternativeText: nil, spec: root, source: fence.bodyText)
    for entry in entries {
      switch entry.key {
      case "label": directive.label = fields.words(entry.value, "label").flatMap { Label.read($0, for: .figure, at: entry.value.range, context) }
      case "caption": if fields.text(entry.value, "caption") != nil { directive.caption = InlineText.read(entry.value, context) }
      case "alt": directive.alternativeText = fields.text(entry.value, "alt")
      case "source": directive.showsSource = fields.bool(entry.value, "source") ?? false
      default: rest.append(entry)
      }
    }
    directive.spec.kind = .mapping(rest)
    checkPaths(directive.spec)
    return directive
  }

  /// Every `data: {url: …}`, at any depth.
  private func checkPaths(_ node: YAMLNode) {
    for entry in node.entries ?? [] {
      if entry.key == "data", let url = entry.value["url"], let path = url.text {
        if let problem = PathCheck.problem(with: path, of: "data", at: url.range) { context.report(problem) }
      }
      checkPaths(entry.value)
    }
    for element in node.elements ?? [] { checkPaths(element) }
  }
}
