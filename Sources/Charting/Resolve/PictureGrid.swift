import Diagnostics
import Tables

/// `images`: gathers the pixels of each cell of two discrete axes.
enum PictureGrid {
  static func expand(_ mark: MarkSpec, _ encoding: ResolvedEncoding, _ frame: DataFrame, into result: inout CompositeMarks.Result) {
    guard var images = mark.images else { return }
    for name in [images.pixels, images.column, images.row].compactMap({ $0 }) where frame[name] == nil {
      result.diagnostics.append(ChartingDiagnostics.unknownColumn(name, known: frame.columnNames, at: mark.range))
      return
    }
    var encoding = encoding
    for channel in [Channel.x, .y] {
      guard encoding[channel]?.isEmpty == false else { continue }
      if encoding[channel]?[0].type == .quantitative { encoding[channel]?[0].type = .ordinal }
      encoding[channel]?[0].definition.axis.domain = false
    }
    let levels = encoding[.y]?.first?.column.map { frame.column($0) }
    var firsts: [Int] = []
    var pictures: [Picture] = []
    let groups = images.column == nil ? (0..<frame.rowCount).map { [$0] } : Grouping(frame, by: [Channel.x, .y].compactMap { encoding[$0]?.first?.column }).groups
    for rows in groups {
      guard var picture = picture(images, frame, rows) else {
        result.diagnostics.append(ChartingDiagnostics.unsuitable("a row of '\(images.pixels)' does not hold the pixels of a picture: a list of width × height numbers, or of three times as many", at: mark.range))
        return
      }
      picture.gain = levels.flatMap { images.gains[$0[rows[0]].description] }
      firsts.append(rows[0])
      pictures.append(picture)
    }
    images.range = images.range ?? Self.range(pictures)
    var shown = mark
    shown.images = images
    label(images, &encoding)
    let cells = frame.selecting(firsts).setting([FrameColumn(Picture.column, pictures.indices.map { Double($0) }, .integer)])
    var layer = CompositeMarks.layer(.image, shown, encoding, cells)
    layer.pictures = pictures
    result.layers = [layer]
    note(images, &result)
  }

  private static func picture(_ images: ImagesSpec, _ frame: DataFrame, _ rows: [Int]) -> Picture? {
    let cells = frame.column(images.pixels)
    if let x = images.column, let y = images.row {
      let (columns, lines, values) = (frame.column(x).numbers, frame.column(y).numbers, cells.numbers)
      let places = rows.filter { columns[$0].isFinite && lines[$0].isFinite && columns[$0] >= 0 && lines[$0] >= 0 }
      let width = (places.map { columns[$0] }.max() ?? 0) + 1
      let height = (places.map { lines[$0] }.max() ?? 0) + 1
      guard width * height <= 4_000_000 else { return nil }
      var picture = Picture(width: Int(width), height: Int(height), values: [Double](repeating: .nan, count: Int(width) * Int(height)))
      for row in places { picture.values[Int(lines[row]) * picture.width + Int(columns[row])] = values[row] }
      return picture
    }
    guard let row = rows.first, case .text(let text) = cells[row], let list = ListText.values(text), !list.isEmpty else { return nil }
    let values = list.map { $0.number ?? .nan }
    if let size = images.size {
      return values.count == size.width * size.height || values.count == 3 * size.width * size.height
        ? Picture(width: size.width, height: size.height, values: values) : nil
    }
    for channels in [1, 3] {
      let side = Int((Double(values.count) / Double(channels)).squareRoot().rounded())
      if side * side * channels == values.count { return Picture(width: side, height: side, values: values) }
    }
    return nil
  }

  private static func range(_ pictures: [Picture]) -> ClosedRange<Double> {
    let plain = pictures.filter { $0.gain == nil }.flatMap(\.values).filter(\.isFinite)
    guard let low = plain.min(), let high = plain.max(), low < high else { return 0...1 }
    return low...high
  }

  /// Rows of differences say by how much they are enlarged.
  private static func label(_ images: ImagesSpec, _ encoding: inout ResolvedEncoding) {
    guard !images.gains.isEmpty, encoding[.y]?.isEmpty == false, encoding[.y]?[0].definition.axis.labelExpression == nil else { return }
    var text = "datum.label"
    for (name, gain) in images.gains.sorted(by: { $0.key < $1.key }) {
      let quoted = name.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
      text = "datum.label == '\(quoted)' ? datum.label + ' (×\(NumberFormat.shortest(gain)))' : (\(text))"
    }
    guard let range = encoding[.y]?[0].definition.range else { return }
    encoding[.y]?[0].definition.axis.labelExpression = ExpressionSource(text: text, range: range)
  }

  private static func note(_ images: ImagesSpec, _ result: inout CompositeMarks.Result) {
    guard let range = images.range else { return }
    let ends = images.scheme == nil ? (" (black)", " (white)") : ("", "")
    var note = "Pixels from \(AxisNumbers.rounded(range.lowerBound))\(ends.0) to \(AxisNumbers.rounded(range.upperBound))\(ends.1)"
    for (name, gain) in images.gains.sorted(by: { $0.key < $1.key }) { note += "; \(name) times \(NumberFormat.shortest(gain)) around grey" }
    result.notes.append(note + ".")
  }
}
