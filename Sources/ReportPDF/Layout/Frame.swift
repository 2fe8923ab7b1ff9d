/// Where and how blocks are set: the part of the measure they have, the text, the tag they belong to.
struct Frame {
  /// From the left of the page's text.
  var x: Double
  var measure: Double
  var text: TextSetting
  /// The structure's node that holds the blocks.
  var tag: Int
  /// Paragraphs begin without indent and are set apart by space, as inside boxes and lists.
  var isBoxed = false

  func inset(left: Double, right: Double = 0) -> Frame {
    var frame = self
    frame.x += left
    frame.measure -= left + right
    return frame
  }

  func with(text: TextSetting) -> Frame {
    var frame = self
    frame.text = text
    return frame
  }

  func with(tag: Int) -> Frame {
    var frame = self
    frame.tag = tag
    return frame
  }
}
