import Graphics

/// Where a text of a chart came to stand.
package struct TextBox: Sendable, Equatable {
  package var text: String
  /// The smallest upright rectangle around it.
  package var rect: Rect
  /// The corners of its own box, which is turned with it: top left, top right, bottom right, bottom left.
  package var corners: [Point]
  /// Degrees clockwise.
  package var rotation = 0.0
  /// Drawn inside the plot from data, rather than as part of axes, titles and legends.
  package var isData: Bool
}
