import CCairo
import Graphics
import Report
import Typography

/// Paints the pages of a layout: text, floats, notes, running heads; opens and closes tags as it goes.
struct PagePainter {
  let layout: ReportLayout
  let fonts: FontLibrary
  init(layout: ReportLayout, fonts: FontLibrary) {
    self.layout = layout
    self.fonts = fonts
  }

  func paint() throws(PDFReportError) -> [UInt8] {
    let geometry = layout.geometry
    let canvas = try PDFCanvas(width: geometry.width, height: geometry.height)
    PDFMetadata(report: layout.report).write(to: canvas)
    canvas.beginTag("Document", "")
    var tags = TaggedContent(tree: layout.tree, destinations: layout.destinations, canvas: canvas)
    for (index, page) in layout.pages.enumerated() {
      canvas.setLabel("\(index + 1)")
      paint(page, &tags, on: canvas)
      paintMargins(page, number: index + 1, on: canvas)
      if index == layout.pages.count - 1 {
        canvas.endTag("Document")
        addOutline(to: canvas)
      }
      canvas.showPage()
    }
    return try PDFFinisher(report: layout.report, content: tags, pageHeight: geometry.height).finished(try canvas.finish())
  }

  private func paint(_ page: Page, _ tags: inout TaggedContent, on canvas: PDFCanvas) {
    for placed in page.placed {
      for element in placed.box.elements { paint(element, of: placed, &tags, on: canvas) }
      tags.endLine()
    }
    tags.close()
    for rule in page.noteRules {
      canvas.fill(x: layout.geometry.left + rule.x, y: layout.geometry.top + rule.y, width: 72, height: 0.4, Palette.rule)
    }
  }

  private func paint(_ element: PageElement, of placed: Page.Placed, _ tags: inout TaggedContent, on canvas: PDFCanvas) {
    let x = layout.geometry.left + placed.x + element.x
    let y = layout.geometry.top + placed.y + element.y
    if case .destination(let name) = element.content { return canvas.markDestination(name, x: layout.geometry.left + placed.x, y: y) }
    tags.open(element.tag)
    switch element.content {
    case .glyphs(let span, let color):
      canvas.show(span, x: x, y: y, color)
      tags.note(String(decoding: span.text, as: UTF8.self), ofLink: element.tag)
    case .fill(let width, let height, let color): canvas.fill(x: x, y: y, width: width, height: height, color)
    case .formula(let formula, let color):
      canvas.paint(formula, x: x, y: y, color, fonts: fonts)
      tags.note(formula.box.words, ofLink: element.tag)
    case .chart(let list, let scale):
      canvas.paint(list, x: x, y: y, scale: scale, fonts: fonts)
      tags.note(Rect(x: x, y: y, width: list.width * scale, height: list.height * scale), ofFigure: element.tag)
    case .image(let image, let width, let height):
      let frame = Rect(x: x, y: y, width: width, height: height)
      canvas.paint(image.file, in: frame, fonts: fonts)
      tags.note(frame, ofFigure: element.tag)
    case .destination: break
    }
  }

  private func addOutline(to canvas: PDFCanvas) {
    var parents: [(level: Int, id: Int32)] = []
    if layout.destinations.contains(ReportSetter.verdictsAnchor) {
      _ = canvas.addOutline("Verdicts", to: ReportSetter.verdictsAnchor, under: 0)
    }
    for entry in layout.report.outline where layout.destinations.contains(entry.anchor) {
      while let last = parents.last, last.level >= entry.level { parents.removeLast() }
      let title = [entry.number, entry.plainTitle].compactMap { $0 }.joined(separator: " ")
      parents.append((entry.level, canvas.addOutline(title, to: entry.anchor, under: parents.last?.id ?? 0)))
    }
  }
}
