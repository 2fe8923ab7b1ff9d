import NumericalCore

extension MeanFieldResNet {
  /// result ← tanh(Z·Wᵀ + 1·bᵀ), `[points × particles]`, without allocating.
  static func activate(_ points: Matrix, _ w: Matrix, _ b: [Double], into result: inout Matrix) {
    let (rows, columns) = (result.rows, result.columns)
    result.withUnsafeMutableElements { elements in
      for i in 0..<rows {
        for m in 0..<columns { elements[i &* columns &+ m] = b[m] }
      }
    }
    Matrix.multiply(points, w, transposingRight: true, keeping: 1, into: &result)
    result.withUnsafeMutableElements { elements in
      guard let start = elements.baseAddress else { return }
      Double._unary(.tanh, UnsafePointer(start), start, elements.count)
    }
  }
}
