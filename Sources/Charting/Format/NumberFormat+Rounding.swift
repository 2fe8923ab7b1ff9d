#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension NumberFormat {
  /// A number with so many significant digits: what arithmetic adds beyond them is noise.
  static func rounded(_ number: Double, digits: Int) -> Double {
    guard number.isFinite, number != 0 else { return number }
    let places = Double(digits - 1) - log10(abs(number)).rounded(.down)
    guard abs(places) < 300 else { return number }
    // Powers of ten are exact only where they are whole.
    let power = pow(10, abs(places))
    return places >= 0 ? (number * power).rounded() / power : (number / power).rounded() * power
  }
}
