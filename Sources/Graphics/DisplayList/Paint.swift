/// A colour, with its opacity.
package struct Paint: Sendable, Hashable {
  package var color: Color
  package var opacity: Double

  package init(_ color: Color, opacity: Double = 1) {
    self.color = color
    self.opacity = opacity
  }
}

/// A colour by role, which a theme resolves for light and dark, or by value.
package enum Color: Sendable, Hashable {
  case role(ColorRole)
  /// The nth categorical colour, counted from 0 and cyclic.
  case series(Int)
  /// The nth categorical colour darkened (in the light theme) for text.
  case seriesText(Int)
  case rgb(UInt8, UInt8, UInt8)
}

package enum ColorRole: String, Sendable, Hashable, CaseIterable {
  /// Titles and data text.
  case ink
  /// Tick labels and notes.
  case muted
  /// Axis lines and ticks, reference lines.
  case axis
  case grid
  /// What lies behind the drawing; halos are painted in it.
  case paper
  /// Missing cells.
  case missing
  case accent
  case error
}

/// A line.
package struct Stroke: Sendable, Hashable {
  package enum Cap: Sendable, Hashable { case butt, round, square }
  package enum Join: Sendable, Hashable { case miter, round, bevel }

  package var paint: Paint
  /// In points.
  package var width: Double
  /// Lengths of dashes and gaps in points; empty for a solid line.
  package var dash: [Double]
  package var cap: Cap
  package var join: Join

  package init(_ paint: Paint, width: Double, dash: [Double] = [], cap: Cap = .round, join: Join = .round) {
    self.paint = paint
    self.width = width
    self.dash = dash
    self.cap = cap
    self.join = join
  }
}
