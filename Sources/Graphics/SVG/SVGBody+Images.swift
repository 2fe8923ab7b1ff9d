extension SVGBody {
  mutating func append(_ item: ImageItem) {
    let (width, height) = (item.pixelWidth, item.pixelHeight)
    guard item.frame.isFinite, width > 0, height > 0, item.rgba.count >= 4 * width * height else { return }
    content.append("<image")
    append(item.frame.standardized, to: &content)
    content.append(" preserveAspectRatio=\"none\"")
    if !item.isSmooth { content.append(" style=\"image-rendering:pixelated\"") }
    content.append(" href=\"data:image/png;base64,")
    content.append(string: Base64.encode(item.png))
    content.append("\"/>\n")
  }
}

extension ImageItem {
  /// The pixels as a PNG file.
  var png: [UInt8] {
    let isOpaque = self.isOpaque
    return PNGEncoder(width: pixelWidth, height: pixelHeight, hasAlpha: !isOpaque, isDrawing: false).encode { row, target in
      var source = 4 * row * pixelWidth
      var index = 0
      for _ in 0..<pixelWidth {
        target[index] = rgba[source]
        target[index + 1] = rgba[source + 1]
        target[index + 2] = rgba[source + 2]
        if !isOpaque { target[index + 3] = rgba[source + 3] }
        index += isOpaque ? 3 : 4
        source += 4
      }
    }
  }
}
