import Typography

/// Writes a display list as SVG with live text, an accessible name and description, and short path data.
///
/// The same list and options give the same bytes.
package struct SVGWriter {
  package struct Options: Sendable {
    package enum Colors: Sendable {
      /// CSS variables such as `--rp-ink`, with the theme's values where they are not set.
      case variables(fallback: Theme)
      /// Plain values.
      case resolved(Theme)
    }

    /// Begins every id in the file: give each drawing of a page its own.
    package var idPrefix: String
    package var colors: Colors
    /// Painted behind everything; nil leaves the ground transparent.
    package var background: Paint?
    /// Whether the file stands alone: with an XML declaration and the name space.
    package var isStandalone: Bool

    package init(idPrefix: String = "rp", colors: Colors, background: Paint? = nil, isStandalone: Bool = false) {
      self.idPrefix = idPrefix
      self.colors = colors
      self.background = background
      self.isStandalone = isStandalone
    }

    /// For a drawing inside an HTML page that defines the colours of light and dark.
    package static func inline(idPrefix: String) -> Options {
      Options(idPrefix: idPrefix, colors: .variables(fallback: .light))
    }

    /// For a file of its own, on paper.
    package static let standalone = Options(
      colors: .resolved(.light), background: Paint(.role(.paper)), isStandalone: true)
  }

  let fonts: FontLibrary

  package init(fonts: FontLibrary) { self.fonts = fonts }

  package func write(_ list: DisplayList, _ options: Options = .standalone) -> String {
    var body = SVGBody(fonts: fonts, options: options, glyphUses: GlyphUses(list))
    if let background = options.background {
      let page = Rect(x: 0, y: 0, width: list.width, height: list.height)
      body.append(.shape(ShapeItem(.rect(page, cornerRadius: 0), fill: background)))
    }
    body.append(list.items)
    var svg = SVGBuffer()
    if options.isStandalone { svg.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
    appendRoot(list, options, to: &svg)
    if !body.definitions.bytes.isEmpty {
      svg.append("<defs>")
      svg.append(body.definitions)
      svg.append("</defs>\n")
    }
    svg.append(body.content)
    svg.append("</svg>\n")
    return svg.string
  }

  private func appendRoot(_ list: DisplayList, _ options: Options, to svg: inout SVGBuffer) {
    svg.append("<svg")
    if options.isStandalone { svg.append(" xmlns=\"http://www.w3.org/2000/svg\"") }
    svg.append(" width=\"")
    svg.append(number: list.width)
    svg.append("pt\" height=\"")
    svg.append(number: list.height)
    svg.append("pt\" viewBox=\"0 0 ")
    svg.append(number: list.width)
    svg.append(" ")
    svg.append(number: list.height)
    svg.append("\" role=\"img\"")
    let named = [(list.title, "title"), (list.description, "desc")].filter { !$0.0.isEmpty }
    if !named.isEmpty {
      svg.append(attribute: "aria-labelledby", named.map { "\(options.idPrefix)-\($0.1)" }.joined(separator: " "))
    }
    svg.append(attribute: "font-family", fonts.cssFamilies(.sans))
    svg.append(" fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\" text-rendering=\"geometricPrecision\"")
    svg.append(" style=\"font-variant-numeric:tabular-nums\">\n")
    for (text, element) in named {
      svg.append(string: "<\(element) id=\"")
      svg.append(escaped: "\(options.idPrefix)-\(element)")
      svg.append("\">")
      svg.append(escaped: text)
      svg.append(string: "</\(element)>\n")
    }
  }
}
