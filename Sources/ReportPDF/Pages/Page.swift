/// A page: boxes placed from the top of the text area.
struct Page {
  struct Placed {
    var box: VerticalBox
    var y: Double
  }

  /// The column of text with the floats that stand in it.
  var flow: [Placed] = []
  /// Floats at the top and the foot.
  var floats: [Placed] = []
  var notes: [Placed] = []
  /// The short rule above the footnotes.
  var noteRule: Double?
  /// For the running head.
  var section: String?
}
