import NumericalCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The arc-cosine kernel of order 1 on the unit sphere, k = (√(1 − u²) + (π − arccos u)u)/π with u = ⟨x, x′⟩: that of
/// infinitely many random ReLU features.
/// - Source: Cho and Saul, "Kernel methods for deep learning" (NeurIPS 2009).
enum ArcCosineKernel {
  static func value(_ product: Double) -> Double {
    let u = min(1, max(-1, product))
    return ((1 - u * u).squareRoot() + (Double.pi - acos(u)) * u) / Double.pi
  }

  /// k between the rows of two matrices of points on the unit sphere.
  static func matrix(_ a: Matrix, _ b: Matrix) -> Matrix {
    var products = Matrix.multiply(a, b, transposingRight: true)
    products.withUnsafeMutableElements { elements in
      for index in elements.indices { elements[index] = value(elements[index]) }
    }
    return products
  }

  /// k between the rows of one matrix: half the work.
  static func matrix(_ a: Matrix) -> Matrix {
    var products = Matrix.multiply(a, a, transposingRight: true)
    let count = a.rows
    products.withUnsafeMutableElements { elements in
      for i in 0..<count {
        for j in 0...i {
          let k = value(elements[i * count + j])
          elements[i * count + j] = k
          elements[j * count + i] = k
        }
      }
    }
    return products
  }
}
