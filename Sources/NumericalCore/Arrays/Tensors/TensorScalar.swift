/// `Float` or `Double`: a number type that tensor kernels exist for.
///
/// The requirements are the kernels themselves, on raw memory and without checks; `Tensor` checks the shapes. Every one gives
/// the same bits on every CPU: each output is the same sequence of operations whatever the width of the vectors. Large
/// products of matrices alone are left to OpenBLAS, whose bits depend on the kernels that it is pinned to.
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

  /// The place of the first largest number of every row.
  static func _argmax(_ x: UnsafePointer<Self>, _ places: UnsafeMutablePointer<Int32>, _ rows: Int, _ columns: Int)

  /// C ← A·B + keep·C (+ bias in every row), A [m × k] and B [k × n] after transposition, for `batch` matrices `strides` apart.
  static func _multiply(_ product: MatrixProductKernel<Self>)

  static func _convolve(
    _ direction: ConvolutionKernel, _ geometry: ConvolutionGeometry, _ a: UnsafePointer<Self>, _ b: UnsafePointer<Self>,
    _ result: UnsafeMutablePointer<Self>)

  /// conv(images, filters) + bias, then max(0, ·) if rectifying.
  static func _convolve(
    _ geometry: ConvolutionGeometry, _ images: UnsafePointer<Self>, _ filters: UnsafePointer<Self>,
    bias: UnsafePointer<Self>?, rectifying: Bool, _ result: UnsafeMutablePointer<Self>)

  /// softmax or log-softmax of every row.
  static func _softmax(
    logarithm: Bool, _ x: UnsafePointer<Self>, _ y: UnsafeMutablePointer<Self>, _ rows: Int, _ columns: Int)

  /// dx = y·(dy − ⟨dy, y⟩) in every row, y the softmax of x.
  static func _softmaxGradient(
    _ y: UnsafePointer<Self>, _ dy: UnsafePointer<Self>, _ dx: UnsafeMutablePointer<Self>, _ rows: Int, _ columns: Int)

  /// Copies between memory laid out by two sets of strides over the same extents.
  static func _copyStrided(
    _ extents: [Int], _ x: UnsafePointer<Self>, _ xStrides: [Int], _ y: UnsafeMutablePointer<Self>, _ yStrides: [Int],
    adding: Bool)

  /// losses[i] = log Σⱼ exp(x[i, j]) − x[i, labels[i]], and the softmax of every row unless null.
  static func _crossEntropy(
    _ x: UnsafePointer<Self>, _ labels: UnsafePointer<Int32>, _ losses: UnsafeMutablePointer<Self>,
    _ softmax: UnsafeMutablePointer<Self>?, _ rows: Int, _ columns: Int)

  /// result[i, j] = weights[i]·(softmax[i, j] − [j = labels[i]]).
  static func _crossEntropyGradient(
    _ softmax: UnsafePointer<Self>, _ labels: UnsafePointer<Int32>, _ weights: UnsafePointer<Self>,
    _ result: UnsafeMutablePointer<Self>, _ rows: Int, _ columns: Int)

  /// The largest numbers of the windows and their places in the image (row·width + column, −1 for an empty window).
  static func _maximumPool(
    _ geometry: PoolingGeometry, _ x: UnsafePointer<Self>, _ y: UnsafeMutablePointer<Self>,
    _ places: UnsafeMutablePointer<Int32>)

  /// Numbers of windows added at their places in images of zeros.
  static func _maximumPoolScatter(
    _ geometry: PoolingGeometry, _ y: UnsafePointer<Self>, _ places: UnsafePointer<Int32>, _ x: UnsafeMutablePointer<Self>)

  /// The numbers of images at the places of the windows.
  static func _maximumPoolGather(
    _ geometry: PoolingGeometry, _ x: UnsafePointer<Self>, _ places: UnsafePointer<Int32>, _ y: UnsafeMutablePointer<Self>)

  /// The mean of every window, or the adjoint of that map.
  static func _averagePool(
    adjoint: Bool, countingPadding: Bool, _ geometry: PoolingGeometry, _ a: UnsafePointer<Self>,
    _ result: UnsafeMutablePointer<Self>)

  /// Mean and mean squared deviation of every row, or every column, of [rows × columns].
  static func _meanVariance(
    ofRows: Bool, _ x: UnsafePointer<Self>, _ mean: UnsafeMutablePointer<Self>, _ variance: UnsafeMutablePointer<Self>,
    _ rows: Int, _ columns: Int)

  /// y = (x − mean)·scale, with one mean and scale a row or a column; then times `gains` plus `offsets`, one a column.
  static func _standardize(
    ofRows: Bool, _ x: UnsafePointer<Self>, _ mean: UnsafePointer<Self>, _ scale: UnsafePointer<Self>,
    gains: UnsafePointer<Self>?, offsets: UnsafePointer<Self>?, _ y: UnsafeMutablePointer<Self>, _ rows: Int,
    _ columns: Int)

  /// The gradients of ⟨y, dy⟩ by x, gains and offsets, y the standardised rows of x times `gains` plus offsets.
  static func _standardizeRowsGradient(
    _ x: UnsafePointer<Self>, _ mean: UnsafePointer<Self>, _ scale: UnsafePointer<Self>, gains: UnsafePointer<Self>,
    _ dy: UnsafePointer<Self>, _ dx: UnsafeMutablePointer<Self>, _ dGains: UnsafeMutablePointer<Self>,
    _ dOffsets: UnsafeMutablePointer<Self>, _ rows: Int, _ columns: Int)

  /// The outputs of attention, and the softmax of its scores.
  static func _attention(
    _ geometry: AttentionGeometry, _ projections: UnsafePointer<Self>, _ weights: UnsafeMutablePointer<Self>,
    _ outputs: UnsafeMutablePointer<Self>)

  /// The gradient of attention by the projections.
  static func _attentionGradient(
    _ geometry: AttentionGeometry, _ projections: UnsafePointer<Self>, _ weights: UnsafePointer<Self>,
    _ gradient: UnsafePointer<Self>, _ result: UnsafeMutablePointer<Self>)

  static func _descentStep(
    _ rule: DescentRule, stepSize: Double, _ gradient: UnsafePointer<Self>, _ velocity: UnsafeMutablePointer<Self>?,
    _ parameters: UnsafeMutablePointer<Self>, _ count: Int)

  static func _adaptiveStep(
    _ rule: AdaptiveRule, stepSize: Double, step: Int, _ gradient: UnsafePointer<Self>,
    _ first: UnsafeMutablePointer<Self>, _ second: UnsafeMutablePointer<Self>, _ parameters: UnsafeMutablePointer<Self>,
    _ count: Int)
}

/// Functions of one number.
public enum UnaryKernel: Sendable {
  case negate, absolute, sign, reciprocal, squareRoot, square
  case exp, log, log1p, expm1, tanh, sigmoid, softplus, erf, sine, cosine
  case relu, gelu
  /// The derivative of the Gaussian error linear unit.
  case geluSlope
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
