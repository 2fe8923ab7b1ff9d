import Graphics

/// Where a text of a chart came to stand.
package struct TextBox: Sendable, Equatable {
  package var text: String
  package var rect: Rect
  /// Drawn inside the plot from data, rather than as part of axes, titles and legends.
  package var isData: Bool
}
