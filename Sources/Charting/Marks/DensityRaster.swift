import Graphics
import NumericalCore

/// Very many points as one image: the darker a cell, the more points lie in it.
enum DensityRaster {
  /// More points than this are not drawn one by one.
  static let threshold = 5000
  /// Side of a cell in points.
  static let cell = 1.5

  /// - Complexity: O(points + cells).
  static func image(_ series: MarkGeometry.Series, color: Color, plot: Rect) -> ImageItem {
    let columns = max(1, Int((plot.width / cell).rounded(.up)))
    let rows = max(1, Int((plot.height / cell).rounded(.up)))
    let counts = series.counts(columns: columns, rows: rows)
    let most = max(1, counts.max() ?? 1)
    let rgb = Theme.light.rgb(color)
    let scale = 1 / Elementary.log(1 + Double(most))
    var rgba = [UInt8](repeating: 0, count: 4 * counts.count)
    for (place, count) in counts.enumerated() where count > 0 {
      let share = Elementary.log(1 + Double(count)) * scale
      (rgba[4 * place], rgba[4 * place + 1], rgba[4 * place + 2]) = (rgb.red, rgb.green, rgb.blue)
      rgba[4 * place + 3] = UInt8((255 * (0.15 + 0.85 * share)).rounded())
    }
    return ImageItem(frame: plot, pixelWidth: columns, pixelHeight: rows, rgba: rgba)
  }

  /// Where every point has a colour of its own: the mean colour of those in a cell.
  /// - Parameter colors: by the rows of the layer.
  static func image(_ series: MarkGeometry.Series, colors: [Color?], plot: Rect) -> ImageItem {
    let columns = max(1, Int((plot.width / cell).rounded(.up)))
    let rows = max(1, Int((plot.height / cell).rounded(.up)))
    var sums = [Int32](repeating: 0, count: 4 * columns * rows)
    for index in series.x.indices {
      guard let color = colors[series.rows[index]], let cell = series.cell(of: index, columns: columns, rows: rows) else { continue }
      let rgb = Theme.light.rgb(color)
      let place = 4 * cell
      sums[place] += Int32(rgb.red)
      sums[place + 1] += Int32(rgb.green)
      sums[place + 2] += Int32(rgb.blue)
      sums[place + 3] += 1
    }
    var rgba = [UInt8](repeating: 0, count: sums.count)
    for place in stride(from: 0, to: sums.count, by: 4) where sums[place + 3] > 0 {
      for channel in 0..<3 { rgba[place + channel] = UInt8(clamping: sums[place + channel] / sums[place + 3]) }
      rgba[place + 3] = 255
    }
    return ImageItem(frame: plot, pixelWidth: columns, pixelHeight: rows, rgba: rgba)
  }
}
