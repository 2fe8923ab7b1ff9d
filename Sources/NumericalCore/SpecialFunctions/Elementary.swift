/// Exponential and logarithm by their series, with the same bits on every IEEE machine.
///
/// The system's mathematics library rounds differently from one processor to the next; what must be reproducible
/// (random numbers) is built on these.
public enum Elementary {
  static let ln2High = 0x1.62e42fee00000p-1
  static let ln2Low = 0x1.a39ef35793c76p-33
  private static let inverseLn2 = 0x1.71547652b82fep+0
  /// Adding it rounds a small number to the nearest integer in the low bits of the sum.
  private static let roundingShift = 0x1.8p52

  /// e to the power x.
  /// - Accuracy: relative error ≤ 4e-16; results below the smallest normal number are 0.
  public static func exp(_ x: Double) -> Double {
    if x > 709.782712893384 { return .infinity }
    if x < -708.3964185322641 { return 0 }
    if x.isNaN { return x }
    return kernelExp(x)
  }

  /// Replaces every element by its exponential; several times as fast as one call an element.
  public static func exp(_ values: UnsafeMutableBufferPointer<Double>) {
    for index in values.indices {
      let x = values[index]
      let clamped = x < -708.3964185322641 ? -708.3964185322641 : (x > 709.782712893384 ? 709.782712893384 : x)
      let y = kernelExp(clamped)
      values[index] = x < -708.3964185322641 ? 0 : (x > 709.782712893384 ? .infinity : y)
    }
  }

  /// Replaces every element by its exponential.
  public static func exp(_ values: inout [Double]) { values.withUnsafeMutableBufferPointer { exp($0) } }

  /// 2ᵏ·(Taylor series of degree 13 at x − k·ln 2), |x − k·ln 2| ≤ ln 2 / 2.
  @inline(__always) private static func kernelExp(_ x: Double) -> Double {
    let shifted = x * inverseLn2 + roundingShift
    let k = shifted - roundingShift
    let r = (x - k * ln2High) - k * ln2Low
    var p = 1.0 / 6_227_020_800
    p = p * r + 1.0 / 479_001_600
    p = p * r + 1.0 / 39_916_800
    p = p * r + 1.0 / 3_628_800
    p = p * r + 1.0 / 362_880
    p = p * r + 1.0 / 40_320
    p = p * r + 1.0 / 5_040
    p = p * r + 1.0 / 720
    p = p * r + 1.0 / 120
    p = p * r + 1.0 / 24
    p = p * r + 1.0 / 6
    p = p * r + 0.5
    let y = 1 + (r + r * r * p)
    // Two halves, since 2ᵏ alone overflows for the largest x.
    let exponent = Int64(bitPattern: shifted.bitPattern) &- Int64(bitPattern: roundingShift.bitPattern)
    let half = exponent &>> 1
    let first = Double(bitPattern: UInt64(bitPattern: (half &+ 1023) &<< 52))
    let second = Double(bitPattern: UInt64(bitPattern: (exponent &- half &+ 1023) &<< 52))
    return y * first * second
  }

  /// The natural logarithm; −∞ at 0, NaN below.
  /// - Accuracy: relative error ≤ 4e-16.
  public static func log(_ x: Double) -> Double {
    if !(x > 0) { return x == 0 ? -.infinity : .nan }
    if x == .infinity { return x }
    var m = x.significand
    var k = Double(x.exponent)
    if m > 1.4142135623730951 {
      m *= 0.5
      k += 1
    }
    // log m = 2·artanh(s), s = (m − 1)/(m + 1), |s| ≤ 0.172.
    let f = m - 1
    let s = f / (2 + f)
    let z = s * s
    var p = 1.0 / 21
    p = p * z + 1.0 / 19
    p = p * z + 1.0 / 17
    p = p * z + 1.0 / 15
    p = p * z + 1.0 / 13
    p = p * z + 1.0 / 11
    p = p * z + 1.0 / 9
    p = p * z + 1.0 / 7
    p = p * z + 1.0 / 5
    p = p * z + 1.0 / 3
    // f − s·(f − 2·z·p) = 2s + 2s·z·p, with the leading term exact.
    return k * ln2High + (f - (s * (f - 2 * z * p) - k * ln2Low))
  }
}
