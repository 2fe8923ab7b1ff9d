/// Derivatives by central differences: references for exact ones.
public enum FiniteDifferences {
  /// The gradient of `function` at x, `[x.count]`.
  /// - Parameter step: > 0; relative to max(1, |xᵢ|). The best is near the cube root of the relative error of `function`.
  /// - Complexity: 2n evaluations.
  /// - Accuracy: O(step²·f‴ + error of f / step).
  public static func gradient(
    at x: [Double], step: Double = 6e-6, _ function: ([Double]) -> Double
  ) -> [Double] {
    var point = x
    return x.indices.map { i in
      let (high, low) = ends(x[i], step)
      point[i] = high
      let above = function(point)
      point[i] = low
      let below = function(point)
      point[i] = x[i]
      return (above - below) / (high - low)
    }
  }

  /// The matrix of derivatives ∂fᵢ/∂xⱼ at x, `[function(x).count × x.count]`.
  /// - Complexity: 2n evaluations.
  public static func jacobian(
    at x: [Double], step: Double = 6e-6, _ function: ([Double]) -> [Double]
  ) -> Matrix {
    var point = x
    let columns = x.indices.map { j in
      let (high, low) = ends(x[j], step)
      point[j] = high
      let above = function(point)
      point[j] = low
      let below = function(point)
      point[j] = x[j]
      return zip(above, below).map { ($0 - $1) / (high - low) }
    }
    return Matrix(columns).transposed()
  }

  private static func ends(_ x: Double, _ step: Double) -> (Double, Double) {
    let width = step * max(1, abs(x))
    return (x + width, x - width)
  }
}
