import Graphics
import Typography

/// Something on a page as tests and tools see it: what it is, and where, in points from the page's top left corner.
struct PageBox {
  /// The text, the anchor's name behind `#`, or the kind of picture.
  var label: String
  var frame: Rect
  /// Tags from the outermost to the innermost; empty for decoration.
  var tags: [String]
}

extension ReportLayout {
  /// Everything on a page in painting order.
  func boxes(onPage index: Int) -> [PageBox] {
    let page = pages[index]
    return page.placed.flatMap { placed in
      placed.box.elements.map { element in
        let x = geometry.left + placed.x + element.x
        let y = geometry.top + placed.y + element.y
        let path = element.tag.map { tree.path(to: $0).map { tree.nodes[$0].tag } } ?? []
        let (label, frame) = Self.describe(element.content, x, y)
        return PageBox(label: label, frame: frame, tags: path)
      }
    }
  }

  /// The frames of what is set on a page as one: lines, floats, rows.
  func frames(onPage index: Int) -> [Rect] {
    pages[index].placed.compactMap { placed in
      let frames = placed.box.elements.map { element in
        Self.describe(element.content, placed.x + element.x, placed.y + element.y).1
      }.filter { $0.width > 0 && $0.height > 0 }
      guard let first = frames.first else { return nil }
      return frames.dropFirst().reduce(first) { whole, frame in
        let (x, y) = (min(whole.x, frame.x), min(whole.y, frame.y))
        return Rect(x: x, y: y, width: max(whole.maxX, frame.maxX) - x, height: max(whole.maxY, frame.maxY) - y)
      }
    }
  }

  /// The text of a page, its boxes separated by spaces.
  func text(ofPage index: Int) -> String {
    boxes(onPage: index).filter { !$0.tags.isEmpty }.map(\.label).joined(separator: " ")
  }

  private static func describe(_ content: PageElement.Content, _ x: Double, _ y: Double) -> (String, Rect) {
    switch content {
    case .glyphs(let span, _):
      // Without the space that may stand beyond the end of a line.
      let endsInSpace = span.text.last == 0x20
      let visible = !endsInSpace ? span.glyphs[...] : span.isRightToLeft ? span.glyphs.dropFirst() : span.glyphs.dropLast()
      let right = visible.map { $0.x + span.face.advance(of: $0.id) * span.size }.max() ?? 0
      let metrics = span.face.metrics
      return (
        String(decoding: span.text, as: UTF8.self),
        Rect(
          x: x, y: y - metrics.letterAscent * span.size, width: right,
          height: (metrics.letterAscent + metrics.letterDescent) * span.size)
      )
    case .fill(let width, let height, _): return ("fill", Rect(x: x, y: y, width: width, height: height))
    case .formula(let formula, _):
      return ("formula", Rect(x: x, y: y - formula.ascent, width: formula.width, height: formula.ascent + formula.descent))
    case .chart(let list, let scale):
      return ("chart", Rect(x: x, y: y, width: list.width * scale, height: list.height * scale))
    case .image(_, let width, let height): return ("image", Rect(x: x, y: y, width: width, height: height))
    case .destination(let name): return ("#\(name)", Rect(x: x, y: y, width: 0, height: 0))
    }
  }
}
