import CCairo
import Typography

/// Paints display lists into a Cairo context: a page of a PDF, or an image.
package struct CairoPainter {
  /// `cairo_t *`; the painter leaves its state as it found it.
  let context: OpaquePointer
  let fonts: FontLibrary
  let theme: Theme

  /// - Parameter context: `cairo_t *`, alive for as long as the painter is used.
  package init(context: OpaquePointer, fonts: FontLibrary, theme: Theme = .light) {
    self.context = context
    self.fonts = fonts
    self.theme = theme
  }

  /// Paints the list with its top left corner at `origin`.
  package func paint(_ list: DisplayList, at origin: Point = Point(0, 0)) {
    cairo_save(context)
    defer { cairo_restore(context) }
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_set_font_options(context, options)
    cairo_font_options_destroy(options)
    cairo_translate(context, origin.x, origin.y)
    for item in list.items { paint(item) }
  }

  func paint(_ item: DisplayItem) {
    switch item {
    case .shape(let shape): paint(shape)
    case .text(let text): paint(text)
    case .glyphs(let glyphs): paint(glyphs)
    case .image(let image): paint(image)
    case .group(let group): paint(group)
    }
  }

  func setSource(_ paint: Paint) {
    let color = theme.rgb(paint.color)
    cairo_set_source_rgba(
      context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255, paint.opacity)
  }

  private func paint(_ group: GroupItem) {
    guard group.translation.isNear, group.opacity > 0, !group.items.isEmpty else { return }
    cairo_save(context)
    defer { cairo_restore(context) }
    if group.translation != Point(0, 0) { cairo_translate(context, group.translation.x, group.translation.y) }
    if let clip = group.clip {
      guard clip.isFinite else { return }
      cairo_rectangle(context, clip.x, clip.y, clip.width, clip.height)
      cairo_clip(context)
    }
    if group.opacity >= 1 {
      for item in group.items { paint(item) }
    } else if group.items.count == 1, let faded = group.items[0].faded(by: group.opacity) {
      paint(faded)
    } else {
      cairo_push_group(context)
      for item in group.items { paint(item) }
      cairo_pop_group_to_source(context)
      cairo_paint_with_alpha(context, group.opacity)
    }
  }
}

extension DisplayItem {
  /// The item with the opacity of its group in its own paint; nil where its own parts overlap.
  func faded(by opacity: Double) -> DisplayItem? {
    switch self {
    case .shape(var item) where item.fill == nil || item.stroke == nil:
      item.fill?.opacity *= opacity
      item.stroke?.paint.opacity *= opacity
      return .shape(item)
    case .text(var item):
      item.paint.opacity *= opacity
      return .text(item)
    default:
      return nil
    }
  }
}
