import Typography

@testable import Graphics

/// A drawing that holds every kind of item.
enum SampleDrawing {
  static func list(fonts: FontLibrary = FontLibrary()) -> DisplayList {
    let labels = LabelTypesetter(fonts: fonts)
    let ink = Paint(.role(.ink))
    var items: [DisplayItem] = []
    for row in 0...4 {
      let y = 30 + 30 * Double(row)
      items.append(.shape(ShapeItem(.polyline([Point(40, y), Point(260, y)]), stroke: Stroke(Paint(.role(.grid)), width: 0.5))))
      items += labels.layout("$10^{\(1 - row)}$", style: TextStyle(.sans, size: 8))
        .items(at: Point(36, y), anchor: .end, baseline: .middle, paint: Paint(.role(.muted)))
    }
    items += labels.layout("Distance to the optimum", style: TextStyle(.sans, size: 8.5))
      .items(at: Point(14, 90), anchor: .middle, rotation: -90, paint: ink)
    items += labels.layout("Affine <b> & \"fi\" — Größe −3", style: TextStyle(.sansBold, size: 9.5))
      .items(at: Point(40, 18), paint: ink)
    items.append(.group(GroupItem(series(), clip: Rect(x: 40, y: 30, width: 220, height: 120), name: "series", key: "sgd & gd")))
    items += marks(labels)
    return DisplayList(
      width: 300, height: 200, title: "Sample <1>", description: "Every kind of item & \"quotes\"", items: items)
  }

  /// Labels with formulas, apart from the sample so that it does not change with the rules of mathematics.
  static func formulas(fonts: FontLibrary) -> [DisplayItem] {
    let labels = LabelTypesetter(fonts: fonts)
    let ink = Paint(.role(.ink))
    var items: [DisplayItem] = []
    items += labels.layout("Rate $\\frac{\\sigma^2}{\\sqrt{n}}\\sum_{i=1}^n \\|x_i\\|$ for $\\text{SGD}$", style: TextStyle(.sans, size: 8.5))
      .items(at: Point(150, 144), paint: ink)
    items += labels.layout("$f(x_t) - f^\\star$", style: TextStyle(.sans, size: 8.5))
      .items(at: Point(286, 60), anchor: .middle, rotation: -60, paint: ink)
    return items
  }

  private static func series() -> [DisplayItem] {
    let curve = (0...60).map { step -> Point in
      let x = Double(step) / 60
      return Point(40 + 220 * x, 30 + 120 * (1 - x) * (1 - x) + (step % 2 == 0 ? 4 : -4))
    }
    let band = curve.map { Point($0.x, $0.y - 10) } + curve.reversed().map { Point($0.x, $0.y + 10) }
    return [
      .shape(ShapeItem(.polygon(band), fill: Paint(.series(0), opacity: 0.18))),
      .shape(ShapeItem(.polyline(curve), stroke: Stroke(Paint(.series(0)), width: 1.25))),
      .shape(
        ShapeItem(
          .polyline([Point(30, 160), Point(270, 40)]),
          stroke: Stroke(Paint(.role(.axis)), width: 0.75, dash: [4, 2], cap: .butt))),
    ]
  }

  private static func marks(_ labels: LabelTypesetter) -> [DisplayItem] {
    let halo = Stroke(Paint(.role(.paper)), width: 0.4)
    var items: [DisplayItem] = (0..<5).map { index in
      .shape(ShapeItem(.circle(center: Point(60 + 30 * Double(index), 165), radius: 2), fill: Paint(.series(1), opacity: 0.8), stroke: halo))
    }
    items.append(.shape(ShapeItem(.rect(Rect(x: 40, y: 175, width: 40, height: 15), cornerRadius: 3), fill: Paint(.series(2)))))
    items.append(
      .shape(
        ShapeItem(
          .path([.move(Point(90, 190)), .curve(Point(95, 170), Point(115, 170), to: Point(120, 190)), .close]),
          fill: Paint(.rgb(0xCC, 0x79, 0xA7)), stroke: Stroke(Paint(.role(.ink)), width: 0.6, join: .miter))))
    let math = labels.fonts.face(.math)
    let glyphs = "x∑x".unicodeScalars.enumerated().compactMap { index, scalar in
      math.glyph(for: scalar).map {
        GlyphItem.Glyph(id: $0, size: 12, offset: Point(12 * Double(index), 0), text: String(Character(scalar)))
      }
    }
    items.append(.glyphs(GlyphItem(paint: Paint(.role(.ink)), origin: Point(130, 188), glyphs: glyphs, label: "x\\sum x")))
    items.append(.glyphs(GlyphItem(paint: Paint(.role(.error)), origin: Point(180, 192), rotation: -45, glyphs: Array(glyphs.prefix(1)))))
    let pixels: [UInt8] = [
      255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 0, 255, 0, 0, 0, 255, 255, 255, 255, 0,
    ]
    items.append(.image(ImageItem(frame: Rect(x: 200, y: 170, width: 30, height: 20), pixelWidth: 3, pixelHeight: 2, rgba: pixels)))
    items.append(
      .group(
        GroupItem(
          [
            .shape(ShapeItem(.rect(Rect(x: 0, y: 0, width: 20, height: 20), cornerRadius: 0), fill: Paint(.series(3)))),
            .shape(ShapeItem(.circle(center: Point(20, 10), radius: 8), fill: Paint(.series(5)))),
          ], opacity: 0.5, translation: Point(240, 170))))
    return items
  }
}
