/// A page: boxes placed from the top left corner of the text area.
struct Page {
  struct Placed {
    var box: VerticalBox
    /// Of the column.
    var x = 0.0
    var y: Double
  }

  /// The columns of text with the floats that stand in them.
  var flow: [Placed] = []
  /// Floats at the top and the foot.
  var floats: [Placed] = []
  var notes: [Placed] = []
  /// The short rules above the footnotes.
  var noteRules: [(x: Double, y: Double)] = []
  /// For the running head.
  var section: String?

  /// Everything placed, in the order of painting.
  var placed: [Placed] { flow + floats + notes }

  var isEmpty: Bool { flow.isEmpty && floats.isEmpty && notes.isEmpty }

  mutating func append(column: Page, at x: Double) {
    func moved(_ placed: [Placed]) -> [Placed] {
      placed.map { Placed(box: $0.box, x: $0.x + x, y: $0.y) }
    }
    flow += moved(column.flow)
    floats += moved(column.floats)
    notes += moved(column.notes)
    noteRules += column.noteRules.map { ($0.x + x, $0.y) }
  }
}
