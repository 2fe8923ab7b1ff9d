/// `Float` or `Double`: a number type that tensor kernels exist for.
///
/// The requirements are the kernels themselves, on raw memory and without checks; `Tensor` checks the shapes. Every one gives
/// the same bits on every CPU: each output is the same sequence of operations whatever the width of the vectors.
public protocol TensorScalar: BinaryFloatingPoint, Sendable where RawSignificand: FixedWidthInteger {
  static func _unary(_ operation: UnaryKernel, _ x: UnsafePointer<Self>, _ y: UnsafeMutablePointer<Self>, _ count: Int)

  /// z[i, j] = x[i·xRow + j·xColumn] ∘ y[i·yRow + j·yColumn] with each stride 0 or that of its shape.
  static func _binary(
    _ operation: BinaryKernel, _ form: BroadcastForm, _ x: UnsafePointer<Self>, _ y: UnsafePointer<Self>,
    _ z: UnsafeMutablePointer<Self>, _ rows: Int, _ columns: Int)

  /// y ← factor·x + shift.
  static func _affine(
    _ x: UnsafePointer<Self>, _ factor: Self, _ shift: Self, _ y: UnsafeMutablePointer<Self>, _ count: Int)

  /// y ← min(max(x, low), high).
  static func _clamp(_ x: UnsafePointer<Self>, _ low: Self, _ high: Self, _ y: UnsafeMutablePointer<Self>, _ count: Int)

  /// y ← y + factor·x.
  static func _axpy(_ factor: Self, _ x: UnsafePointer<Self>, _ y: UnsafeMutablePointer<Self>, _ count: Int)

  static func _dot(_ x: UnsafePointer<Self>, _ y: UnsafePointer<Self>, _ count: Int) -> Self

  /// Reduces the middle axis of [outer, middle, inner].
  static func _reduce(
    _ operation: ReductionKernel, _ x: UnsafePointer<Self>, _ y: UnsafeMutablePointer<Self>, _ outer: Int, _ middle: Int,
    _ inner: Int)

  /// C ← A·B + keep·C (+ bias in every row), A [m × k] and B [k × n] after transposition, for `batch` matrices `strides` apart.
  static func _multiply(_ product: MatrixProductKernel<Self>)

  static func _convolve(
    _ direction: ConvolutionKernel, _ geometry: ConvolutionGeometry, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ result: UnsafeMutablePointer<Self>)

  /// softmax or log-softmax of every row.
  static func _softmax(
    logarithm: Bool, _ x: UnsafePointer<Self>, _ y: UnsafeMutablePointer<Self>, _ rows: Int, _ columns: Int)

  /// Copies between memory laid out by two sets of strides over the same extents.
  static func _copyStrided(
    _ extents: [Int], _ x: UnsafePointer<Self>, _ xStrides: [Int], _ y: UnsafeMutablePointer<Self>, _ yStrides: [Int],
    adding: Bool)
}

/// Functions of one number.
public enum UnaryKernel: Sendable {
  case negate, absolute, sign, reciprocal, squareRoot, square
  case exp, log, log1p, expm1, tanh, sigmoid, softplus, erf, sine, cosine
  case relu, gelu
  /// First and second derivative of the Gaussian error linear unit.
  case geluSlope, geluCurvature
  /// 1 where x > 0, else 0.
  case step
}

/// Functions of two numbers.
public enum BinaryKernel: Sendable {
  case add, subtract, multiply, divide, maximum, minimum
  /// x where y > 0, else 0.
  case gate
}

/// How two operands meet in a [rows × columns] result.
public enum BroadcastForm: Sendable {
  /// Both have every element.
  case same
  /// One of them is a single number.
  case leftScalar, rightScalar
  /// One of them is one row, repeated.
  case leftRow, rightRow
  /// One of them is one column, repeated.
  case leftColumn, rightColumn
}

/// Functions of the numbers along an axis.
public enum ReductionKernel: Sendable { case sum, sumOfSquares, maximum, minimum }

/// The three bilinear maps of a convolution; each is a derivative of the other two.
public enum ConvolutionKernel: Sendable {
  /// (images, filters) → responses.
  case forward
  /// (responses, filters) → images.
  case inputGradient
  /// (images, responses) → filters.
  case filterGradient
}
