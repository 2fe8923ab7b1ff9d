/// The operands of a batched product C ← A·B + keep·C.
public struct MatrixProductKernel<Scalar: TensorScalar> {
  public var transposingLeft = false
  public var transposingRight = false
  public var rows: Int
  public var columns: Int
  public var inner: Int
  public var batch = 1
  public var left: UnsafePointer<Scalar>
  public var right: UnsafePointer<Scalar>
  public var result: UnsafeMutablePointer<Scalar>
  /// Elements between the matrices of a batch; 0 repeats one.
  public var leftStride = 0
  public var rightStride = 0
  public var resultStride = 0
  /// Added to every row of the result, `[columns]`.
  public var bias: UnsafePointer<Scalar>?
  public var keep: Scalar
  /// Whether the result is replaced by max(0, result).
  public var isRectified = false

  /// Whether the product is large enough for the library's blocking to pay: from about 400 × 400 × 400 on.
  var isForLibrary: Bool { rows * columns * inner >= 1 << 26 }

  /// Whether there is nothing to sum: a column times a row.
  var isOuter: Bool { inner == 1 && keep == 0 && bias == nil && !isRectified }
}
