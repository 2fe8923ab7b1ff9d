import Diagnostics

/// Kernels on vectors held in `[Double]`.
///
/// Sums run in fixed lanes, so a result depends on the input alone. No function allocates.
public enum Vector {
  /// The inner product ⟨x, y⟩ of two vectors of the same length.
  /// - Complexity: O(n).
  public static func dot(_ x: [Double], _ y: [Double]) -> Double {
    x.withUnsafeBufferPointer { x in y.withUnsafeBufferPointer { y in dot(x, y) } }
  }

  /// y ← y + a·x.
  public static func axpy(_ a: Double, _ x: [Double], into y: inout [Double]) {
    x.withUnsafeBufferPointer { x in y.withUnsafeMutableBufferPointer { axpy(a, x, into: $0) } }
  }

  /// x ← a·x.
  public static func scale(_ x: inout [Double], by a: Double) {
    x.withUnsafeMutableBufferPointer { scale($0, by: a) }
  }

  /// The sum of the elements.
  public static func sum(_ x: [Double]) -> Double { x.withUnsafeBufferPointer { sum($0) } }

  /// The squared Euclidean norm.
  public static func squaredNorm(_ x: [Double]) -> Double { x.withUnsafeBufferPointer { dot($0, $0) } }

  /// The Euclidean norm, without protection against overflow of the squares.
  public static func norm(_ x: [Double]) -> Double { squaredNorm(x).squareRoot() }

  /// The sum of the absolute values.
  public static func l1Norm(_ x: [Double]) -> Double { x.reduce(0) { $0 + abs($1) } }

  /// The largest absolute value; 0 for no elements, NaN if any element is.
  public static func maxNorm(_ x: [Double]) -> Double {
    var largest = 0.0
    for value in x {
      if value.isNaN { return value }
      largest = max(largest, abs(value))
    }
    return largest
  }

  /// The squared Euclidean distance ‖x − y‖².
  public static func squaredDistance(_ x: [Double], _ y: [Double]) -> Double {
    x.withUnsafeBufferPointer { x in y.withUnsafeBufferPointer { y in squaredDistance(x, y) } }
  }

  /// x + y.
  public static func add(_ x: [Double], _ y: [Double]) -> [Double] {
    requireSameLength(x.count, y.count, "add")
    return zip(x, y).map { $0 + $1 }
  }

  /// x − y.
  public static func subtract(_ x: [Double], _ y: [Double]) -> [Double] {
    requireSameLength(x.count, y.count, "subtract")
    return zip(x, y).map { $0 - $1 }
  }

  /// `count` ≥ 2 numbers from `first` to `last` at equal distances, both ends exact.
  public static func linearlySpaced(from first: Double, through last: Double, count: Int) -> [Double] {
    if count < 2 { trap("linearlySpaced: count \(count) is below 2") }
    return (0..<count).map { index in
      if index == count - 1 { return last }
      return first + (last - first) * (Double(index) / Double(count - 1))
    }
  }

  /// `count` ≥ 2 numbers from `first` > 0 to `last` > 0 at equal ratios, both ends exact.
  public static func logarithmicallySpaced(from first: Double, through last: Double, count: Int) -> [Double] {
    if !(first > 0 && last > 0) { trap("logarithmicallySpaced: \(first) … \(last) must be positive") }
    let logs = linearlySpaced(from: Elementary.log(first), through: Elementary.log(last), count: count)
    return logs.enumerated().map { index, value in
      index == 0 ? first : (index == count - 1 ? last : Elementary.exp(value))
    }
  }

  @inline(__always) static func requireSameLength(_ x: Int, _ y: Int, _ operation: StaticString) {
    if x != y { trap("\(operation): vectors of \(x) and \(y) elements") }
  }
}
