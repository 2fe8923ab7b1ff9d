/// Text turned into positioned glyphs on one baseline, in points.
package struct ShapedRun {
  package struct Glyph: Sendable, Hashable {
    package var id: UInt32
    /// From the start of the run to the glyph's origin, y down.
    package var x: Double
    package var y: Double
    package var advance: Double
    /// Offset in UTF-8 bytes of the first character the glyph stands for.
    package var cluster: Int
  }

  /// Consecutive glyphs of one face.
  package struct Segment {
    package var face: FontFace
    package var glyphs: Range<Int>
    /// The bytes of the string it shapes.
    package var bytes: Range<Int>
    package var isRightToLeft: Bool
  }

  /// From left to right.
  package var glyphs: [Glyph]
  /// In the order of the text.
  package var segments: [Segment]
  package var width: Double
  /// Characters that no face can draw; they are painted as the face's empty box.
  package var missing: [Unicode.Scalar]

  /// The run set in another size.
  func scaled(by factor: Double) -> ShapedRun {
    var run = self
    run.width *= factor
    for index in run.glyphs.indices {
      run.glyphs[index].x *= factor
      run.glyphs[index].y *= factor
      run.glyphs[index].advance *= factor
    }
    return run
  }
}

/// What a shaped run depends on, apart from the size it is scaled to.
struct ShapedRunKey: Hashable {
  var string: String
  var role: FontRole
  var features: TextFeatures
  var tracking: Double
  /// The direction of the whole; nil where the bidirectional algorithm shall find it.
  var direction: TextDirection?

  init(_ string: String, _ style: TextStyle, _ direction: TextDirection? = nil) {
    self.string = string
    self.direction = direction
    role = style.role
    features = style.role.group == .sans ? style.features.union(.tabularFigures) : style.features
    tracking = style.tracking
  }
}
