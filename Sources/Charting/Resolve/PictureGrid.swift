import Diagnostics
import Tables

/// `images`: gathers the pixels of each cell of two discrete axes.
enum PictureGrid {
  static func expand(_ mark: MarkSpec, _ encoding: ResolvedEncoding, _ frame: DataFrame, into result: inout CompositeMarks.Result) {
    guard var images = mark.images else { return }
    for name in [images.pixels, images.column, images.row].compactMap({ $0 }) where frame[name] == nil {
      result.diagnostics.append(ChartingDiagnostics.unknownColumn(name, known: frame.columnNames, at: images.range))
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
      var picture: Picture
      do { picture = try Self.picture(images, frame, rows) } catch {
        result.diagnostics.append(ChartingDiagnostics.unsuitable("row \((rows.first ?? 0) + 1) of '\(images.pixels)' \(error.reason)", at: images.range))
        return
      }
      picture.gain = levels.flatMap { images.gains[$0[rows[0]].description] }
      firsts.append(rows[0])
      pictures.append(picture)
    }
    images.brightness = images.brightness ?? brightness(pictures)
    var shown = mark
    shown.images = images
    label(images, &encoding)
    let cells = frame.selecting(firsts).setting([FrameColumn(Picture.column, pictures.indices.map { Double($0) }, .integer)])
    var layer = CompositeMarks.layer(.image, shown, encoding, cells)
    layer.pictures = pictures
    result.layers = [layer]
    note(images, &result)
  }

  private static func picture(_ images: ImagesSpec, _ frame: DataFrame, _ rows: [Int]) throws(Picture.Fault) -> Picture {
    let cells = frame.column(images.pixels)
    if let x = images.column, let y = images.row {
      let (columns, lines, values) = (frame.column(x).numbers, frame.column(y).numbers, cells.numbers)
      let places = rows.filter { columns[$0].isFinite && lines[$0].isFinite && columns[$0] >= 0 && lines[$0] >= 0 }
      let width = (places.map { columns[$0] }.max() ?? 0) + 1
      let height = (places.map { lines[$0] }.max() ?? 0) + 1
      guard width * height <= 4_000_000 else { throw Picture.Fault("begins a picture of more than four million pixels") }
      var picture = Picture(width: Int(width), height: Int(height), values: [Double](repeating: .nan, count: Int(width) * Int(height)))
      for row in places { picture.values[Int(lines[row]) * picture.width + Int(columns[row])] = values[row] }
      return picture
    }
    guard let row = rows.first, case .text(let text) = cells[row] else {
      throw Picture.Fault("holds no list of numbers; one number a row needs 'pixelX' and 'pixelY'")
    }
    let cell: TensorCell
    do { cell = try TensorCell(text) } catch { throw Picture.Fault(error.description) }
    return try Picture(cell, size: images.size)
  }

  private static func brightness(_ pictures: [Picture]) -> ClosedRange<Double> {
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
    guard let range = images.brightness else { return }
    let ends = images.scheme == nil ? (" (black)", " (white)") : ("", "")
    var note = "Pixels from \(AxisNumbers.rounded(range.lowerBound))\(ends.0) to \(AxisNumbers.rounded(range.upperBound))\(ends.1)"
    for (name, gain) in images.gains.sorted(by: { $0.key < $1.key }) { note += "; \(name) times \(NumberFormat.shortest(gain)) around grey" }
    result.notes.append(note + ".")
  }
}
