import Report
import Typography

extension ContentWriter {
  /// The table of contents: a bar on top of narrow pages, a column beside the text of wide ones.
  mutating func contents(_ html: inout HTMLBuffer) {
    html.raw("<nav class=\"toc\" aria-label=\"Contents\"><details>")
    html.element("summary", ["lang": ownLanguage], text: "Contents")
    html.raw("\n<ol>")
    var depth = 1
    var isFirst = true
    for entry in report.outline where entry.level <= 2 {
      if entry.level > depth { html.raw("<ol>") } else if !isFirst { html.raw("</li>") }
      if entry.level < depth { html.raw("</ol></li>") }
      depth = entry.level
      isFirst = false
      html.raw("\n<li>")
      html.open("a", ["href": "#\(entry.anchor)"])
      html.element("span", ["class": "no"], text: entry.number ?? "")
      html.open("span", ["dir": turn(to: TextDirection(of: entry.plainTitle))])
      isInLink = true
      inlines(entry.title, &html)
      isInLink = false
      html.close("span")
      html.close("a")
    }
    html.raw("</li>" + (depth > 1 ? "</ol></li>" : "") + "</ol></details></nav>\n")
  }
}
