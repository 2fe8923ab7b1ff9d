import NumericalCore

/// A line of known slope in data space: a power on two logarithmic axes, an exponential on a logarithmic y axis, a straight line else.
struct SlopeLine {
  let slope: MarkSpec.Slope
  let x: ContinuousScale
  let y: ContinuousScale
  /// What it goes through, in data space.
  let place: (Double, Double)

  /// - Parameter anchor: the place of a series, as shares of the plot; nil when the slope names its own.
  init?(_ slope: MarkSpec.Slope, x: ContinuousScale, y: ContinuousScale, anchor: (x: Double, y: Double)?) {
    var place: (Double, Double)
    var isOnSeries = false
    if case .point(let a, let b) = slope.anchor {
      place = (a, b)
    } else if let anchor {
      place = (x.value(at: anchor.x), y.value(at: 1 - anchor.y))
      isOnSeries = true
    } else {
      return nil
    }
    if let offset = slope.offset {
      place.1 = y.transform.isLog ? place.1 * offset : place.1 + offset
    } else if isOnSeries {
      // Off the curve by a tenth of the plot, so that both can be seen.
      let shifted = y.position(place.1) + 0.1
      place.1 = y.value(at: shifted < 1 ? shifted : y.position(place.1) - 0.1)
    }
    self.slope = slope
    self.x = x
    self.y = y
    self.place = place
  }

  func value(at place: Double) -> Double {
    let exponent = slope.exponent
    return switch (x.transform.isLog, y.transform.isLog) {
    case (true, true): self.place.1 * FractionalPower.of(place / self.place.0, exponent)
    case (false, true): self.place.1 * Elementary.exp(exponent * (place - self.place.0))
    case (true, false): self.place.1 + exponent * Elementary.log(place / self.place.0)
    case (false, false): self.place.1 + exponent * (place - self.place.0)
    }
  }

  private var extent: (Double, Double) {
    if let extent = slope.extent { return (extent.lowerBound, extent.upperBound) }
    let center = x.position(place.0)
    switch slope.anchor {
    case .last: return (x.value(at: max(0, center - 0.55)), place.0)
    case .first: return (place.0, x.value(at: min(1, center + 0.55)))
    case .point: return (x.value(at: 0), x.value(at: 1))
    }
  }

  private func share(_ a: Double) -> (x: Double, y: Double) { (x.position(a), 1 - y.position(value(at: a))) }

  /// Points along the line as shares of the plot, equally spaced in x.
  func points(count: Int) -> [(x: Double, y: Double)] {
    let (from, to) = extent
    let (a, b) = (x.position(from), x.position(to))
    return (0..<count).compactMap { index in
      let point = share(x.value(at: a + (b - a) * Double(index) / Double(count - 1)))
      return point.x.isFinite && point.y.isFinite && abs(point.y) < 1e3 ? point : nil
    }
  }

  /// The corners of a triangle with one leg along x, inside the plot but for a margin; the right angle is the last one.
  func corners(inset: Double) -> [(x: Double, y: Double)]? {
    let center = min(0.9, max(0.1, x.position(place.0)))
    func isInside(_ point: (x: Double, y: Double), _ margin: Double) -> Bool {
      point.x >= margin && point.x <= 1 - margin && point.y >= margin && point.y <= 1 - margin
    }
    var width = 0.18
    var corners: [(x: Double, y: Double)] = []
    for _ in 0..<6 {
      let a = share(x.value(at: max(0.04, center - width / 2)))
      let b = share(x.value(at: min(0.96, center + width / 2)))
      corners = [a, b, slope.exponent < 0 ? (a.x, b.y) : (b.x, a.y)]
      if corners.allSatisfy({ isInside($0, inset) }) { break }
      width *= 0.8
    }
    return corners.allSatisfy { isInside($0, 0) } ? corners : nil
  }
}
