import Graphics

/// Where a text of a chart came to stand.
package struct TextBox: Sendable, Equatable {
  package var text: String
  package var rect: Rect
  /// Degrees clockwise.
  package var rotation = 0.0
  /// Drawn inside the plot from data, rather than as part of axes, titles and legends.
  package var isData: Bool
}
