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
    // Two halves, since 2ᵏ alone overflows for the largest x; logical shifts, since those exist as vector instructions.
    let biased = (shifted.bitPattern &- roundingShift.bitPattern) &+ 2046
    let half = biased &>> 1
    let first = Double(bitPattern: half &<< 52)
    let second = Double(bitPattern: (biased &- half) &<< 52)
    return y * first * second
  }

  /// The natural logarithm; −∞ at 0, NaN below.
  /// - Accuracy: relative error ≤ 4e-16.
  public static func log(_ x: Double) -> Double {
    if x >= Double.leastNormalMagnitude && x < .infinity { return kernelLog(x) }
    if !(x > 0) { return x == 0 ? -.infinity : .nan }
    return x == .infinity ? x : kernelLog(x * 0x1p54) - 54 * (ln2High + ln2Low)
  }

  /// Replaces every element by its natural logarithm; several times as fast as one call an element.
  public static func log(_ values: UnsafeMutableBufferPointer<Double>) {
    guard let start = values.baseAddress else { return }
    var index = 0
    while index < values.count {
      let end = min(index + 256, values.count)
      var isOrdinary = true
      for i in index..<end { isOrdinary = isOrdinary && start[i] >= Double.leastNormalMagnitude && start[i] < .infinity }
      if isOrdinary {
        for i in index..<end { start[i] = kernelLog(start[i]) }
      } else {
        for i in index..<end { start[i] = log(start[i]) }
      }
      index = end
    }
  }

  /// Replaces every element by its natural logarithm.
  public static func log(_ values: inout [Double]) { values.withUnsafeMutableBufferPointer { log($0) } }

  /// k·ln 2 + log m with x = 2ᵏ·m, √½ ≤ m < √2, and log m = 2·artanh(s), s = (m − 1)/(m + 1), |s| ≤ 0.172.
  @inline(__always) private static func kernelLog(_ x: Double) -> Double {
    let rootHalf: UInt64 = 0x3FE6_A09E_667F_3BCD
    let shifted = x.bitPattern &+ (0x3FF0_0000_0000_0000 &- rootHalf)
    let m = Double(bitPattern: (shifted & 0x000F_FFFF_FFFF_FFFF) &+ rootHalf)
    // 2⁵² plus the biased exponent, written as bits.
    let k = Double(bitPattern: (shifted &>> 52) | 0x4330_0000_0000_0000) - (0x1p52 + 1023)
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
    // 2s + 2s·z·p = f − s·(f − 2·z·p), with the leading term exact.
    return k * ln2High + (f - (s * (f - 2 * z * p) - k * ln2Low))
  }
}
