/// The 256 layers of equal area under the half-normal density exp(−x²/2) that `RandomSource.normal()` draws from.
///
/// Layer 0 is the base: a rectangle and the tail beyond `tailStart`. The table is computed from its two defining
/// constants with `Elementary`, so it has the same bits everywhere.
///
/// - Source: Marsaglia and Tsang, "The ziggurat method for generating random variables" (J. Stat. Softw. 2000), with
///   53-bit abscissas and independent bits for layer, sign and abscissa, as Doornik (2005) asks.
///
/// `@unchecked Sendable`: the memory behind the pointers is written once, before the value exists, and never freed.
struct ZigguratTable: @unchecked Sendable {
  /// Right edge of layer 1, where the tail begins.
  static let tailStart = 3.654152885361008771646
  /// Area of every layer.
  static let area = 0.004928673233974655347362

  /// `width[i]`: 2⁻⁵³ times the right edge of layer i.
  let width: UnsafePointer<Double>
  /// `inside[i]`: 53-bit abscissas below it lie under the density wherever they are in the layer.
  let inside: UnsafePointer<UInt64>
  /// `density[i]`: the density at the right edge of layer i, and 1 at index 256.
  let density: UnsafePointer<Double>

  static let shared = ZigguratTable()

  private init() {
    func normal(_ x: Double) -> Double { Elementary.exp(-0.5 * x * x) }
    func keep<T>(_ values: [T]) -> UnsafePointer<T> {
      let memory = UnsafeMutablePointer<T>.allocate(capacity: values.count)
      memory.initialize(from: values, count: values.count)
      return UnsafePointer(memory)
    }
    var edges = [Double](repeating: 0, count: 257)
    edges[0] = Self.area / normal(Self.tailStart)
    edges[1] = Self.tailStart
    for layer in 1..<255 {
      edges[layer + 1] = (-2 * Elementary.log(normal(edges[layer]) + Self.area / edges[layer])).squareRoot()
    }
    width = keep(edges[0..<256].map { $0 * 0x1p-53 })
    inside = keep((0..<256).map { UInt64(edges[$0 + 1] / edges[$0] * 0x1p53) })
    density = keep(edges.map(normal))
  }
}
