import Graphics
import Tables

/// Where the plots of a drawing stand and how places in them are read as values: what a page's script needs to show the value under a
/// pointer. The values themselves are in the drawing, except those behind images.
struct ChartReadout {
  let placed: [PlacedPanel]
  let panels: [PanelData]
  let scales: [Int: ResolvedScale]

  /// A list of `{"p": [x, y, width, height], "x": axis, "y": axis}`; an axis is `{"t": title, "k": kind, "a": …, "b": …}` with the values at
  /// its two ends (and the parameter `"c"` of a bend), or `{"t": title, "n": [[place, name], …]}`. `"v"` lists the places along x where lines have points,
  /// `"g"` the lattices behind images; see `write(_:_:)`.
  var json: String {
    var writer = SceneWriter()
    writer.list(placed) { place, out in
      out.write("{\"p\": ")
      out.list([place.plot.x, place.plot.y, place.plot.width, place.plot.height]) { $1.number(($0 * 100).rounded() / 100) }
      for channel in [Channel.x, .y] {
        guard let scale = panels[place.panel].layers.lazy.compactMap({ $0.scaleIDs[channel].flatMap { scales[$0] } }).first else { continue }
        out.write(", \"\(channel.rawValue)\": ")
        write(scale, channel, &out)
      }
      let stops = self.stops(place)
      if !stops.isEmpty {
        out.write(", \"v\": ")
        out.list(stops) { $1.number($0) }
      }
      if !place.lattices.isEmpty {
        out.write(", \"g\": ")
        out.list(place.lattices) { write($0, &$1) }
      }
      out.write("}")
    }
    return writer.text
  }

  /// More places than these lie so close that the pointer may stand anywhere.
  static let mostStops = 300

  /// The places along x at which the lines of a plot have points, in points of the drawing; empty if there are too many. Straight stretches
  /// are drawn without their inner points, so that these cannot be read from the paths.
  private func stops(_ place: PlacedPanel) -> [Double] {
    var places: Set<Double> = []
    for (layer, geometry) in zip(panels[place.panel].layers, place.geometries) where layer.primitive == .line && !layer.isAuxiliary {
      for series in geometry.series {
        for x in series.x where x.isFinite && x >= 0 && x <= 1 { places.insert(((place.plot.x + x * place.plot.width) * 1e3).rounded() / 1e3) }
        if places.count > Self.mostStops { return [] }
      }
    }
    return places.sorted()
  }

  /// Larger lattices show places, without values: their numbers would weigh more than the picture.
  static let mostCells = 65_536

  /// `{"r": [x, y, width, height], "n": [columns, rows], "t": what the values are, "k": series, "s": 1 if cells are intervals of x, 2 of y,
  /// "d": values}`; the values are a base64 text of a zlib stream of little-endian 32-bit floating-point numbers.
  private func write(_ lattice: CellLattice, _ out: inout SceneWriter) {
    let frame = lattice.frame
    out.write("{\"r\": ")
    out.list([frame.x, frame.y, frame.width, frame.height]) { $1.number(($0 * 100).rounded() / 100) }
    out.write(", \"n\": [\(lattice.columns), \(lattice.rows)], \"t\": ")
    out.string(PlainText.of(lattice.title))
    if let key = lattice.key {
      out.write(", \"k\": ")
      out.string(key)
    }
    out.write(", \"s\": \((lattice.cutsX ? 1 : 0) + (lattice.cutsY ? 2 : 0))")
    if !lattice.values.isEmpty, lattice.values.count <= Self.mostCells {
      out.write(", \"d\": ")
      out.string(Base64.encode(Deflate.compress(lattice.values.flatMap(Self.bytes))))
    }
    out.write("}")
  }

  /// With sixteen significant bits, one more than four digits need; the rest is zero and packs well.
  private static func bytes(_ value: Double) -> [UInt8] {
    let single = Float(value)
    let bits = single.isFinite ? (single.bitPattern &+ 0x80) & ~0xFF : Float.nan.bitPattern
    return [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: bits >> $0) }
  }

  private func write(_ scale: ResolvedScale, _ channel: Channel, _ out: inout SceneWriter) {
    out.write("{\"t\": ")
    out.string(PlainText.of(scale.title))
    switch scale.mapping {
    case .stepped: break
    case .continuous(let continuous):
      out.write(", \"k\": ")
      switch continuous.transform {
      case .linear: out.string(continuous.kind.isTime ? "time" : "linear")
      case .log: out.string("log")
      case .pow(let exponent):
        out.string("pow")
        out.write(", \"c\": \(exponent)")
      case .symlog(let constant):
        out.string("symlog")
        out.write(", \"c\": \(constant)")
      }
      out.write(", \"a\": ")
      out.value(.real(continuous.isReversed ? continuous.high : continuous.low))
      out.write(", \"b\": ")
      out.value(.real(continuous.isReversed ? continuous.low : continuous.high))
    case .discrete(let discrete):
      out.write(", \"n\": ")
      out.list(Array(discrete.levels.enumerated())) { level, out in
        out.write("[")
        // Names stand from the top, as they are read; places are counted from below, as numbers rise.
        let center = discrete.center(level.offset)
        out.number(((channel == .y ? 1 - center : center) * 1e4).rounded() / 1e4)
        out.write(", ")
        out.string(PlainText.of(scale.label(level.element)))
        out.write("]")
      }
    }
    out.write("}")
  }
}

/// Words without the markup of TeX, for where formulas cannot be set.
enum PlainText {
  static func of(_ text: String) -> String { String(text.filter { $0 != "$" && $0 != "\\" && $0 != "{" && $0 != "}" }) }
}
