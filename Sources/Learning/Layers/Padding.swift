/// What lies outside of an image that a window reaches over.
public enum Padding: Sendable, Hashable, ExpressibleByIntegerLiteral {
  /// Windows stay inside.
  case none
  /// As many zeros as make the output ⌈extent / stride⌉ long; of an odd number, one more below and to the right.
  case same
  /// So many rows and columns of zeros on every side.
  case by(Int)

  public init(integerLiteral value: Int) { self = value == 0 ? .none : .by(value) }

  /// Zeros before an axis, and the length of the output.
  func resolved(extent: Int, window: Int, stride: Int) -> (before: Int, output: Int) {
    switch self {
    case .none: return (0, (extent - window) / stride + 1)
    case .by(let padding): return (padding, (extent + 2 * padding - window) / stride + 1)
    case .same:
      let output = (extent + stride - 1) / stride
      return (max((output - 1) * stride + window - extent, 0) / 2, output)
    }
  }
}
