#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How a continuous scale bends its domain before it maps it linearly.
enum ScaleTransform: Sendable, Equatable {
  case linear
  case log(base: Double)
  case symlog(constant: Double)
  case pow(exponent: Double)

  /// NaN where a value has no place, such as 0 on a log scale.
  func forward(_ value: Double) -> Double {
    switch self {
    case .linear: value
    case .log: value > 0 ? decimalLogarithm(value) : .nan
    case .symlog(let constant): value < 0 ? -log1p(-value / constant) : log1p(value / constant)
    case .pow(let exponent): value < 0 ? -power(-value, exponent) : power(value, exponent)
    }
  }

  func inverse(_ place: Double) -> Double {
    switch self {
    case .linear: place
    case .log: power(10, place)
    case .symlog(let constant): place < 0 ? -expm1(-place) * constant : expm1(place) * constant
    case .pow(let exponent): place < 0 ? -power(-place, 1 / exponent) : power(place, 1 / exponent)
    }
  }

  var isLog: Bool { if case .log = self { true } else { false } }
}

// The names of the cases hide those of the C library inside the enum.
private func decimalLogarithm(_ x: Double) -> Double { log10(x) }
private func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
