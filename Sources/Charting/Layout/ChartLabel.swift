import Graphics
import Typography

/// A laid-out label of a chart: text with TeX, or a power of ten with a true superscript.
struct ChartLabel {
  private struct Part {
    var box: LabelBox
    var offset: Point
  }

  private var parts: [Part]
  let width: Double
  let ascent: Double
  let descent: Double
  let source: String
  private let capHeight: Double

  var height: Double { ascent + descent }

  init(_ box: LabelBox) {
    parts = [Part(box: box, offset: Point(0, 0))]
    (width, ascent, descent, source, capHeight) = (box.width, box.ascent, box.descent, box.source, box.capHeight)
  }

  /// 10ᵏ, optionally with a sign or a factor before it.
  init(powerOfTen exponent: Int, prefix: String = "", style: TextStyle, labels: LabelTypesetter) {
    let base = labels.layout(prefix + "10", style: style)
    let text = (exponent < 0 ? "\u{2212}" : "") + String(abs(exponent))
    let raised = labels.layout(text, style: TextStyle(style.role, size: style.size * 0.75))
    let lift = style.size * 0.38
    parts = [Part(box: base, offset: Point(0, 0)), Part(box: raised, offset: Point(base.width + style.size * 0.04, -lift))]
    width = base.width + style.size * 0.04 + raised.width
    ascent = max(base.ascent, raised.ascent + lift)
    descent = base.descent
    capHeight = base.capHeight
    source = prefix + "10^\(exponent)"
  }

  /// From the reference point down to the baseline of the first line.
  private func baselineShift(_ baseline: LabelBox.Baseline) -> Double {
    switch baseline {
    case .alphabetic: 0
    case .top: ascent
    case .bottom: -descent
    case .middle: parts.count == 1 ? (ascent - descent) / 2 + middleCorrection : capHeight / 2
    }
  }

  /// Single lines are centred on their capitals, several lines on their box.
  private var middleCorrection: Double { parts[0].box.lines.count == 1 ? capHeight / 2 - (ascent - descent) / 2 : 0 }

  func items(at point: Point, anchor: LabelBox.Anchor, baseline: LabelBox.Baseline, rotation: Double = 0, paint: Paint) -> [DisplayItem] {
    let shift = baselineShift(baseline)
    let left = anchor == .start ? 0 : anchor == .middle ? -width / 2 : -width
    let turn = Rotation(degrees: rotation)
    return parts.flatMap { part -> [DisplayItem] in
      // Lines of a label of several lines are set by its own anchor.
      if parts.count == 1 {
        let origin = turn.apply(Point(0, shift), about: point)
        return part.box.items(at: origin, anchor: anchor, baseline: .alphabetic, rotation: rotation, paint: paint)
      }
      let origin = turn.apply(Point(left + part.offset.x, shift + part.offset.y), about: point)
      return part.box.items(at: origin, anchor: .start, baseline: .alphabetic, rotation: rotation, paint: paint)
    }
  }

  /// Of its own box: top left, top right, bottom right, bottom left.
  func corners(at point: Point, anchor: LabelBox.Anchor, baseline: LabelBox.Baseline, rotation: Double = 0) -> [Point] {
    let shift = baselineShift(baseline)
    let left = anchor == .start ? 0 : anchor == .middle ? -width / 2 : -width
    let turn = Rotation(degrees: rotation)
    return [(left, -ascent), (left + width, -ascent), (left + width, descent), (left, descent)].map {
      turn.apply(Point($0.0, $0.1 + shift), about: point)
    }
  }

  func bounds(at point: Point, anchor: LabelBox.Anchor, baseline: LabelBox.Baseline, rotation: Double = 0) -> Rect {
    let corners = corners(at: point, anchor: anchor, baseline: baseline, rotation: rotation)
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    let (x, y) = (xs.min() ?? point.x, ys.min() ?? point.y)
    return Rect(x: x, y: y, width: (xs.max() ?? x) - x, height: (ys.max() ?? y) - y)
  }
}
