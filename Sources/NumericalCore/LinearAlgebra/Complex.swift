/// A complex number.
public struct Complex: Hashable, Sendable, CustomStringConvertible {
  /// The real part.
  public var real: Double
  /// The imaginary part.
  public var imaginary: Double

  /// real + i·imaginary.
  public init(_ real: Double, _ imaginary: Double = 0) {
    self.real = real
    self.imaginary = imaginary
  }

  /// The absolute value, without overflow of the squares.
  public var magnitude: Double {
    let (large, small) = (max(abs(real), abs(imaginary)), min(abs(real), abs(imaginary)))
    if large == 0 || !large.isFinite { return large }
    let ratio = small / large
    return large * (1 + ratio * ratio).squareRoot()
  }

  /// The number with the opposite imaginary part.
  public var conjugate: Complex { Complex(real, -imaginary) }

  /// The sum.
  public static func + (a: Complex, b: Complex) -> Complex { Complex(a.real + b.real, a.imaginary + b.imaginary) }

  /// The difference.
  public static func - (a: Complex, b: Complex) -> Complex { Complex(a.real - b.real, a.imaginary - b.imaginary) }

  /// The product.
  public static func * (a: Complex, b: Complex) -> Complex {
    Complex(a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real)
  }

  public var description: String { "\(real) \(imaginary < 0 ? "−" : "+") \(abs(imaginary))i" }
}
