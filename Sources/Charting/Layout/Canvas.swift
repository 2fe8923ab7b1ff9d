import Graphics
import Typography

/// Collects the items of a drawing, where its texts came to stand, and the numbers behind its images.
struct Canvas {
  let labels: LabelTypesetter
  private(set) var items: [DisplayItem] = []
  private(set) var textBoxes: [TextBox] = []
  private(set) var lattices: [CellLattice] = []

  init(labels: LabelTypesetter) { self.labels = labels }

  func label(_ text: String, _ style: TextStyle) -> ChartLabel { ChartLabel(labels.layout(text, style: style)) }

  func label(_ text: String, _ style: TextStyle, wrappedTo width: Double) -> ChartLabel {
    ChartLabel(labels.layout(text, style: style, wrappedTo: width))
  }

  mutating func add(_ new: [DisplayItem]) { items += new }

  mutating func add(_ shape: Shape, fill: Paint? = nil, stroke: Stroke? = nil) {
    items.append(.shape(ShapeItem(shape, fill: fill, stroke: stroke)))
  }

  mutating func add(_ lattice: CellLattice) { lattices.append(lattice) }

  mutating func line(_ a: Point, _ b: Point, _ stroke: Stroke) { add(.polyline([a, b]), stroke: stroke) }

  mutating func text(
    _ label: ChartLabel, at point: Point, anchor: LabelBox.Anchor = .start, baseline: LabelBox.Baseline = .alphabetic,
    rotation: Double = 0, paint: Paint, isData: Bool = false
  ) {
    items += label.items(at: point, anchor: anchor, baseline: baseline, rotation: rotation, paint: paint)
    let rect = label.bounds(at: point, anchor: anchor, baseline: baseline, rotation: rotation)
    let corners = label.corners(at: point, anchor: anchor, baseline: baseline, rotation: rotation)
    textBoxes.append(TextBox(text: label.source, rect: rect, corners: corners, rotation: rotation, isData: isData))
  }

  /// Puts everything drawn by `body` into a group.
  mutating func group(name: String? = nil, key: String? = nil, clip: Rect? = nil, opacity: Double = 1, _ body: (inout Canvas) -> Void) {
    var inner = Canvas(labels: labels)
    body(&inner)
    textBoxes += inner.textBoxes
    lattices += inner.lattices
    guard !inner.items.isEmpty else { return }
    items.append(.group(GroupItem(inner.items, clip: clip, opacity: opacity, name: name, key: key)))
  }
}
