import Typography

/// One thing to paint.
package indirect enum DisplayItem: Sendable, Equatable {
  case shape(ShapeItem)
  case text(TextItem)
  case glyphs(GlyphItem)
  case image(ImageItem)
  case group(GroupItem)
}

/// A filled and/or stroked shape.
package struct ShapeItem: Sendable, Equatable {
  package var shape: Shape
  package var fill: Paint?
  package var stroke: Stroke?

  package init(_ shape: Shape, fill: Paint? = nil, stroke: Stroke? = nil) {
    self.shape = shape
    self.fill = fill
    self.stroke = stroke
  }
}

/// A run of text in one style on one line.
package struct TextItem: Sendable, Equatable {
  package var string: String
  package var style: TextStyle
  package var paint: Paint
  /// Start of the baseline (already resolved from any anchor).
  package var origin: Point
  /// Degrees clockwise about `origin`.
  package var rotation: Double
  /// The advance width as measured, in points.
  package var width: Double

  package init(_ string: String, style: TextStyle, paint: Paint, origin: Point, rotation: Double = 0, width: Double) {
    self.string = string
    self.style = style
    self.paint = paint
    self.origin = origin
    self.rotation = rotation
    self.width = width
  }
}

/// Positioned glyphs of the mathematics font.
package struct GlyphItem: Sendable, Equatable {
  package struct Glyph: Sendable, Equatable {
    package var id: UInt32
    /// Font size in points, which differs between scripts.
    package var size: Double
    /// Relative to `origin`, y down, before rotation.
    package var offset: Point
    /// The text it stands for; empty for pieces of a larger delimiter.
    package var text: String

    package init(id: UInt32, size: Double, offset: Point, text: String) {
      self.id = id
      self.size = size
      self.offset = offset
      self.text = text
    }
  }

  package var role: FontRole
  package var paint: Paint
  package var origin: Point
  package var rotation: Double
  package var glyphs: [Glyph]
  /// What the glyphs stand for as a whole, such as a formula's TeX; read aloud and found in place of outlines.
  package var label: String

  package init(
    role: FontRole = .math, paint: Paint, origin: Point, rotation: Double = 0, glyphs: [Glyph], label: String = ""
  ) {
    self.role = role
    self.paint = paint
    self.origin = origin
    self.rotation = rotation
    self.glyphs = glyphs
    self.label = label
  }
}

/// A raster of sRGB pixels.
package struct ImageItem: Sendable, Equatable {
  package var frame: Rect
  package var pixelWidth: Int
  package var pixelHeight: Int
  /// Row-major RGBA, 8 bits each, not premultiplied.
  package var rgba: [UInt8]
  /// Nearest neighbour (tensors, heat maps) or smooth (photographs).
  package var isSmooth: Bool

  package init(frame: Rect, pixelWidth: Int, pixelHeight: Int, rgba: [UInt8], isSmooth: Bool = false) {
    self.frame = frame
    self.pixelWidth = pixelWidth
    self.pixelHeight = pixelHeight
    self.rgba = rgba
    self.isSmooth = isSmooth
  }
}

/// Items painted together.
package struct GroupItem: Sendable, Equatable {
  package var items: [DisplayItem]
  /// In the group's own coordinates, that is after `translation`.
  package var clip: Rect?
  package var opacity: Double
  package var translation: Point
  /// A name for scripts and style sheets, e.g. "series"; becomes a class in SVG.
  package var name: String?
  /// The series or panel it belongs to; becomes `data-key` in SVG.
  package var key: String?

  package init(
    _ items: [DisplayItem], clip: Rect? = nil, opacity: Double = 1, translation: Point = Point(0, 0), name: String? = nil,
    key: String? = nil
  ) {
    self.items = items
    self.clip = clip
    self.opacity = opacity
    self.translation = translation
    self.name = name
    self.key = key
  }
}
