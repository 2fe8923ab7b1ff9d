import NumericalCore

extension SobolevInverseProblems {
  /// The frequencies |k|∞ ≤ K of a d-dimensional torus, of which only those without negative components are kept:
  /// nothing here depends on the signs.
  ///
  /// Frequencies are stored row by row: a row has fixed first d − 1 components and the last one from 0 to K.
  struct FrequencyBox {
    let dimension: Int
    /// K.
    let largest: Int
    /// ln ⟨k⟩ = ½·ln(1 + |k|²), `[(K + 1)^d]`.
    let logarithms: [Double]
    /// The first d − 1 components of each row.
    let prefixes: [[Int]]

    /// Most frequencies that fit comfortably into memory.
    static let capacity = 1 << 23

    init(dimension: Int, largest: Int) {
      self.dimension = dimension
      self.largest = largest
      var prefixes: [[Int]] = [[]]
      for _ in 1..<dimension { prefixes = prefixes.flatMap { prefix in (0...largest).map { prefix + [$0] } } }
      var logarithms: [Double] = []
      logarithms.reserveCapacity(prefixes.count * (largest + 1))
      for prefix in prefixes {
        let base = 1 + prefix.reduce(0) { $0 + Double($1) * Double($1) }
        for k in 0...largest { logarithms.append(base + Double(k) * Double(k)) }
      }
      Elementary.log(&logarithms)
      Vector.scale(&logarithms, by: 0.5)
      self.logarithms = logarithms
      self.prefixes = prefixes
    }

    var rowLength: Int { largest + 1 }

    /// ⟨k⟩ to the given power, for every frequency.
    func powers(_ exponent: Double) -> [Double] {
      var values = logarithms
      Vector.scale(&values, by: exponent)
      Elementary.exp(&values)
      return values
    }

    /// Whether a box of this size, with a grid of `side` points a direction, would be too large.
    static func problem(dimension: Int, largest: Int, side: Int) -> String? {
      func size(_ base: Int) -> Double { (0..<dimension).reduce(1.0) { value, _ in value * Double(base) } }
      if size(largest + 1) > Double(capacity) {
        return "\(largest) gives more than \(capacity) frequencies in dimension \(dimension): take a smaller K"
      }
      if size(side) > Double(capacity) {
        return "side \(side) gives more than \(capacity) grid points in dimension \(dimension)"
      }
      return nil
    }
  }
}
