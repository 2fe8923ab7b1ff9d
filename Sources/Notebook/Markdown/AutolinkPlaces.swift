import Diagnostics

/// Gives automatic links (`https://…`, `name@host`) their places.
///
/// The Markdown parser cuts them out of a finished run of text and gives the pieces no places, or those of the whole run.
enum AutolinkPlaces {
  static func lay(_ inlines: inout [Inline], in file: SourceFile) {
    var start = 0
    while start < inlines.count {
      var end = start
      var hasLink = false
      while end < inlines.count, isPiece(inlines[end]) {
        if case .link = inlines[end].kind { hasLink = true }
        end += 1
      }
      if hasLink { lay(&inlines, start..<end, file) }
      start = max(end, start + 1)
    }
  }

  /// Whether a link has the place of its text: one between brackets is longer.
  static func isPlaceless(_ range: SourceRange, _ content: [Inline]) -> Bool {
    content.count == 1 && (range.start == range.end || content[0].range == range)
  }

  /// Text, or a link without a place of its own.
  private static func isPiece(_ inline: Inline) -> Bool {
    switch inline.kind {
    case .text: true
    case .link(_, _, let content): isPlaceless(inline.range, content)
    default: false
    }
  }

  /// Puts pieces one after the other from the place of the first.
  private static func lay(_ inlines: inout [Inline], _ run: Range<Int>, _ file: SourceFile) {
    let first = inlines[run.lowerBound].range
    guard first.file == file.path else { return }
    var offset = file.offset(of: first.start)
    let lineEnd = first.start.line < file.lineCount ? file.lineStarts[first.start.line] : file.bytes.count
    for index in run {
      let literal = Array(PlainText.of(inlines[index]).utf8)
      let length = TextSlice.walk(literal, file.bytes[min(offset, lineEnd)..<lineEnd], to: literal.count)
      let range = file.range(from: offset, to: offset + length)
      inlines[index].range = range
      if case .link(let destination, let title, var content) = inlines[index].kind {
        content[0].range = range
        inlines[index].kind = .link(destination: destination, title: title, content: content)
      }
      offset += length
    }
  }
}
