import CHarfBuzz

/// A piece of a glyph's outline, in ems, y down, relative to the glyph's origin.
package enum OutlineCommand: Sendable, Hashable {
  case move(x: Double, y: Double)
  case line(x: Double, y: Double)
  case curve(x1: Double, y1: Double, x2: Double, y2: Double, x: Double, y: Double)
  case close
}

extension FontFace {
  /// The outline of a glyph; empty for a blank one. Quadratic curves are raised to cubic ones.
  package func outline(of glyph: UInt32) -> [OutlineCommand] {
    let pen = OutlinePen(unitsPerEm: unitsPerEm)
    let functions = hb_draw_funcs_create()
    defer { hb_draw_funcs_destroy(functions) }
    hb_draw_funcs_set_move_to_func(functions, { _, pen, _, x, y, _ in OutlinePen.at(pen)?.move(x, y) }, nil, nil)
    hb_draw_funcs_set_line_to_func(functions, { _, pen, _, x, y, _ in OutlinePen.at(pen)?.line(x, y) }, nil, nil)
    hb_draw_funcs_set_quadratic_to_func(
      functions, { _, pen, _, cx, cy, x, y, _ in OutlinePen.at(pen)?.quadratic(cx, cy, x, y) }, nil, nil)
    hb_draw_funcs_set_cubic_to_func(
      functions, { _, pen, _, ax, ay, bx, by, x, y, _ in OutlinePen.at(pen)?.cubic(ax, ay, bx, by, x, y) }, nil, nil)
    hb_draw_funcs_set_close_path_func(functions, { _, pen, _, _ in OutlinePen.at(pen)?.close() }, nil, nil)
    hb_font_get_glyph_shape(harfBuzzFont, glyph, functions, Unmanaged.passUnretained(pen).toOpaque())
    return pen.commands
  }
}

/// Receives an outline from HarfBuzz in design units, y up.
private final class OutlinePen {
  private(set) var commands: [OutlineCommand] = []
  private let scale: Double
  private var last = (x: 0.0, y: 0.0)

  init(unitsPerEm: Double) { scale = 1 / unitsPerEm }

  static func at(_ pointer: UnsafeMutableRawPointer?) -> OutlinePen? {
    pointer.map { Unmanaged<OutlinePen>.fromOpaque($0).takeUnretainedValue() }
  }

  func move(_ x: Float, _ y: Float) {
    last = page(x, y)
    commands.append(.move(x: last.x, y: last.y))
  }

  func line(_ x: Float, _ y: Float) {
    last = page(x, y)
    commands.append(.line(x: last.x, y: last.y))
  }

  func quadratic(_ cx: Float, _ cy: Float, _ x: Float, _ y: Float) {
    let (start, control, end) = (last, page(cx, cy), page(x, y))
    commands.append(
      .curve(
        x1: start.x + 2 / 3 * (control.x - start.x), y1: start.y + 2 / 3 * (control.y - start.y),
        x2: end.x + 2 / 3 * (control.x - end.x), y2: end.y + 2 / 3 * (control.y - end.y), x: end.x, y: end.y))
    last = end
  }

  func cubic(_ ax: Float, _ ay: Float, _ bx: Float, _ by: Float, _ x: Float, _ y: Float) {
    let (a, b) = (page(ax, ay), page(bx, by))
    last = page(x, y)
    commands.append(.curve(x1: a.x, y1: a.y, x2: b.x, y2: b.y, x: last.x, y: last.y))
  }

  func close() { commands.append(.close) }

  private func page(_ x: Float, _ y: Float) -> (x: Double, y: Double) { (Double(x) * scale, -Double(y) * scale) }
}
