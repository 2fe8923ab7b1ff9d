import Graphics
import Typography

extension PagePainter {
  /// The running head, except on the first page, and the page's number at the foot.
  func paintMargins(_ page: Page, number: Int, on canvas: PDFCanvas) {
    let geometry = layout.geometry
    let folio = "\(number) of \(layout.pages.count)"
    let width = fonts.measure(folio, TextSetting.folio.style)
    show(folio, .folio, x: geometry.left + (geometry.measure - width) / 2, y: geometry.footBaseline, on: canvas)
    guard number > 1 else { return }
    let half = geometry.measure * 0.6
    let title = fitted(layout.report.plainTitle, .running, into: page.section == nil ? geometry.measure : half)
    show(title, .running, x: geometry.left, y: geometry.headBaseline, on: canvas)
    if let section = page.section {
      let rest = geometry.measure - fonts.measure(title, TextSetting.running.style) - 24
      let text = fitted(section, .runningSection, into: rest)
      let width = fonts.measure(text, TextSetting.runningSection.style)
      show(text, .runningSection, x: geometry.right - width, y: geometry.headBaseline, on: canvas)
    }
    canvas.fill(x: geometry.left, y: geometry.headBaseline + 5, width: geometry.measure, height: 0.4, Palette.hairline)
  }

  /// The text, or as many of its words as fit with an ellipsis.
  private func fitted(_ text: String, _ setting: TextSetting, into width: Double) -> String {
    if fonts.measure(text, setting.style) <= width { return text }
    var words = text.split(separator: " ")
    while !words.isEmpty {
      words.removeLast()
      let short = words.joined(separator: " ") + "…"
      if fonts.measure(short, setting.style) <= width { return short }
    }
    return ""
  }

  private func show(_ text: String, _ setting: TextSetting, x: Double, y: Double, on canvas: PDFCanvas) {
    guard !text.isEmpty else { return }
    var paragraph = layout.typesetter.paragraph()
    paragraph.append(text.nonBreaking, setting.style)
    for fragment in paragraph.lines(ParagraphShape(measure: 10_000, alignment: .left)).flatMap(\.fragments) {
      if case .glyphs(let span) = fragment.content { canvas.show(span, x: x + fragment.x, y: y, setting.color) }
    }
  }
}
