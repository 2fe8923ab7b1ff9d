import NumericalCore

/// The inner loops of `QuadraticDescent`.
enum QuadraticKernels {
  /// Designs with fewer elements are multiplied in plain loops: a call of BLAS costs more than the product.
  private static let leastForBLAS = 128

  /// y ← y + X·x.
  static func addProduct(_ design: Matrix, _ x: [Double], into y: inout [Double]) {
    x.withUnsafeBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        if design.rows * design.columns >= leastForBLAS { return design.multiply(x, keeping: 1, into: y) }
        design.withUnsafeElements { elements in
          for i in 0..<y.count {
            var sum = y[i]
            for j in 0..<x.count { sum += elements[i &* x.count &+ j] * x[j] }
            y[i] = sum
          }
        }
      }
    }
  }

  /// y ← Xᵀ·x.
  static func transposedProduct(_ design: Matrix, _ x: [Double], into y: inout [Double]) {
    x.withUnsafeBufferPointer { x in
      y.withUnsafeMutableBufferPointer { y in
        if design.rows * design.columns >= leastForBLAS { return design.multiplyTransposed(x, into: y) }
        design.withUnsafeElements { elements in
          for j in 0..<y.count {
            var sum = 0.0
            for i in 0..<x.count { sum += elements[i &* y.count &+ j] * x[i] }
            y[j] = sum
          }
        }
      }
    }
  }

  /// ⟨xᵢ, β⟩ − yᵢ for the sample in row i.
  static func error(_ design: Matrix, _ beta: [Double], _ targets: [Double], row: Int) -> Double {
    design.withUnsafeElements { elements in
      beta.withUnsafeBufferPointer { beta in
        let sample = UnsafeBufferPointer(rebasing: elements[(row * beta.count)..<((row + 1) * beta.count)])
        return Vector.dot(sample, beta) - targets[row]
      }
    }
  }

  /// y ← factor·xᵢ for the sample in row i.
  static func scaleRow(_ design: Matrix, _ row: Int, by factor: Double, into y: inout [Double]) {
    design.withUnsafeElements { elements in
      y.withUnsafeMutableBufferPointer { y in
        for j in 0..<y.count { y[j] = factor * elements[row &* y.count &+ j] }
      }
    }
  }

  /// Counts β in the moments, multiplies the factors 1 − rate·gradient into the products, and renews β.
  static func multiplyUpdate(
    _ beta: inout [Double], _ buffers: inout DescentBuffers, _ moments: inout RunningMoments, rate: Double
  ) {
    let gradient = buffers.gradient
    let base = buffers.base
    beta.withUnsafeMutableBufferPointer { beta in
      buffers.product.withUnsafeMutableBufferPointer { product in
        gradient.withUnsafeBufferPointer { gradient in
          base.withUnsafeBufferPointer { base in
            moments.withStorage { centre, sums, squares in
              for k in 0..<beta.count {
                let deviation = beta[k] - centre[k]
                sums[k] += deviation
                squares[k] += deviation * deviation
                let factor = product[k] * (1 - rate * gradient[k])
                product[k] = factor
                beta[k] = base[k] * factor * factor
              }
            }
          }
        }
      }
    }
  }
}
