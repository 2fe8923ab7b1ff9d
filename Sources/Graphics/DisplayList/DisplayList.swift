/// A finished drawing: items in painting order, in points, origin at the top left, y down.
///
/// Everything is laid out; a painter only paints. Colours are roles or plain values, so that one list serves light and dark.
package struct DisplayList: Sendable, Equatable {
  package var width: Double
  package var height: Double
  /// One short line, for SVG's title.
  package var title: String
  /// The alternative text.
  package var description: String
  package var items: [DisplayItem]

  package init(width: Double, height: Double, title: String = "", description: String = "", items: [DisplayItem] = []) {
    self.width = width
    self.height = height
    self.title = title
    self.description = description
    self.items = items
  }
}
