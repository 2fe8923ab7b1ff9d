extension RandomSource {
  /// A standard normal number.
  /// - Complexity: one 64-bit draw and one comparison in 98.8 % of the calls.
  public mutating func normal() -> Double {
    let table = ZigguratTable.shared
    let bits = nextUInt64()
    let layer = Int(bits & 0xFF)
    let abscissa = bits >> 11
    let x = Double(Int64(bitPattern: abscissa)) * table.width[layer]
    let magnitude = abscissa < table.inside[layer] ? x : slowNormal(layer: layer, x: x, table)
    return Double(bitPattern: magnitude.bitPattern ^ ((bits & 0x100) << 55))
  }

  /// A normal number of the given mean and standard deviation ≥ 0.
  public mutating func normal(mean: Double, standardDeviation: Double) -> Double {
    mean + standardDeviation * normal()
  }

  /// Fills `values` with independent standard normal numbers: the same as calling `normal()` for each, in order.
  public mutating func fillNormals(_ values: UnsafeMutableBufferPointer<Double>) {
    let table = ZigguratTable.shared
    for index in values.indices {
      let bits = nextUInt64()
      let layer = Int(bits & 0xFF)
      let abscissa = bits >> 11
      var x = Double(Int64(bitPattern: abscissa)) * table.width[layer]
      if abscissa >= table.inside[layer] { x = slowNormal(layer: layer, x: x, table) }
      values[index] = Double(bitPattern: x.bitPattern ^ ((bits & 0x100) << 55))
    }
  }

  /// Fills `values` with independent standard normal numbers.
  public mutating func fillNormals(_ values: inout [Double]) {
    values.withUnsafeMutableBufferPointer { fillNormals($0) }
  }

  /// Fills `values` with independent standard normal numbers, rounded from those that a buffer of doubles would get.
  public mutating func fillNormals(_ values: UnsafeMutableBufferPointer<Float>) {
    for index in values.indices { values[index] = Float(normal()) }
  }

  /// `count` independent standard normal numbers.
  public mutating func normals(_ count: Int) -> [Double] {
    var values = [Double](repeating: 0, count: count)
    fillNormals(&values)
    return values
  }

  /// What is left when the abscissa may lie above the density: the tail, the wedge, or a new draw.
  @inline(never)
  private mutating func slowNormal(layer first: Int, x start: Double, _ table: ZigguratTable) -> Double {
    var layer = first
    var x = start
    while true {
      if layer == 0 { return normalTail() }
      let low = table.density[layer]
      let height = low + uniform() * (table.density[layer + 1] - low)
      if height < Elementary.exp(-0.5 * x * x) { return x }
      let bits = nextUInt64()
      layer = Int(bits & 0xFF)
      let abscissa = bits >> 11
      x = Double(Int64(bitPattern: abscissa)) * table.width[layer]
      if abscissa < table.inside[layer] { return x }
    }
  }

  /// A normal number beyond the start of the tail (Marsaglia 1964).
  private mutating func normalTail() -> Double {
    while true {
      let x = exponential() / ZigguratTable.tailStart
      if 2 * exponential() > x * x { return ZigguratTable.tailStart + x }
    }
  }
}
