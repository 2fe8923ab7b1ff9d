import Foundation

/// How well a colour can be read on another, after WCAG 2.2.
public enum Contrast {
  /// - Parameters: two colours as `#rrggbb`.
  /// - Returns: from 1 for equal colours to 21 for black on white.
  public static func ratio(_ a: String, _ b: String) -> Double {
    let (x, y) = (luminance(a), luminance(b))
    return (max(x, y) + 0.05) / (min(x, y) + 0.05)
  }

  private static func luminance(_ color: String) -> Double {
    let bits = Int(color.dropFirst(), radix: 16) ?? 0
    func linear(_ shift: Int) -> Double {
      let value = Double(bits >> shift & 255) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0)
  }
}
