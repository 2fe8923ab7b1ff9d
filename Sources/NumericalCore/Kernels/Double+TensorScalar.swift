import CKernels
import COpenBLAS

/// The kernels of `Double`, compiled for several instruction sets.
extension Double: TensorScalar {
  public static func _unary(
    _ operation: UnaryKernel, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    rk_unary_f64(operation.function, count, x, y)
  }

  public static func _binary(
    _ operation: BinaryKernel, _ form: BroadcastForm, _ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>,
    _ z: UnsafeMutablePointer<Double>, _ rows: Int, _ columns: Int
  ) {
    switch form {
    case .same: rk_binary_f64(operation.function, RK_SAME, rows, columns, x, y, z)
    case .rightScalar: rk_binary_f64(operation.function, RK_SCALAR, rows, columns, x, y, z)
    case .rightRow: rk_binary_f64(operation.function, RK_ROW, rows, columns, x, y, z)
    case .rightColumn: rk_binary_f64(operation.function, RK_COLUMN, rows, columns, x, y, z)
    case .leftScalar: rk_binary_f64(operation.reversed, RK_SCALAR, rows, columns, y, x, z)
    case .leftRow: rk_binary_f64(operation.reversed, RK_ROW, rows, columns, y, x, z)
    case .leftColumn: rk_binary_f64(operation.reversed, RK_COLUMN, rows, columns, y, x, z)
    }
  }

  public static func _affine(
    _ x: UnsafePointer<Double>, _ factor: Double, _ shift: Double, _ y: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    if factor != 1 || shift == 0 {
      rk_scale_f64(count, factor, x, y)
      if shift != 0 { rk_add_scalar_f64(count, shift, y, y) }
    } else {
      rk_add_scalar_f64(count, shift, x, y)
    }
  }

  public static func _clamp(
    _ x: UnsafePointer<Double>, _ low: Double, _ high: Double, _ y: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    rk_clamp_f64(count, low, high, x, y)
  }

  public static func _axpy(_ factor: Double, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ count: Int) {
    rk_axpy_f64(count, factor, x, y)
  }

  public static func _dot(_ x: UnsafePointer<Double>, _ y: UnsafePointer<Double>, _ count: Int) -> Double {
    rk_dot_f64(count, x, y)
  }

  public static func _reduce(
    _ operation: ReductionKernel, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ outer: Int, _ middle: Int,
    _ inner: Int
  ) {
    if inner == 1 {
      rk_reduce_rows_f64(operation.function, outer, middle, x, y)
    } else if outer == 1 {
      rk_reduce_columns_f64(operation.function, middle, inner, x, y)
    } else {
      rk_reduce_axis_f64(operation.function, outer, middle, inner, x, y)
    }
  }

  public static func _multiply(_ p: MatrixProductKernel<Double>) {
    let (ta, tb): (Int32, Int32) = (p.transposingLeft ? 1 : 0, p.transposingRight ? 1 : 0)
    let lda = p.transposingLeft ? p.rows : p.inner
    let ldb = p.transposingRight ? p.inner : p.columns
    if p.isForLibrary { return multiplyByLibrary(p) }
    if p.isOuter { return multiplyOuter(p) }
    if p.batch == 1 || p.bias != nil || p.isRectified {
      for index in 0..<p.batch {
        rk_gemm_f64(
          ta, tb, p.rows, p.columns, p.inner, 1, p.left + index * p.leftStride, lda, p.right + index * p.rightStride,
          ldb, p.keep, p.result + index * p.resultStride, p.columns, p.bias, p.isRectified ? 1 : 0)
      }
    } else {
      rk_gemm_batched_f64(
        ta, tb, p.rows, p.columns, p.inner, 1, p.left, lda, p.leftStride, p.right, ldb, p.rightStride, p.keep, p.result,
        p.columns, p.resultStride, p.batch)
    }
  }

  /// Products of a column and a row, each row of the result a multiple of the right one: bound by memory alone.
  private static func multiplyOuter(_ p: MatrixProductKernel<Double>) {
    for index in 0..<p.batch {
      let (left, right) = (p.left + index * p.leftStride, p.right + index * p.rightStride)
      let result = p.result + index * p.resultStride
      for row in 0..<p.rows { rk_scale_f64(p.columns, left[row], right, result + row * p.columns) }
    }
  }

  /// Large products: OpenBLAS blocks for every level of the caches.
  private static func multiplyByLibrary(_ p: MatrixProductKernel<Double>) {
    BLAS.prepare()
    for index in 0..<p.batch {
      let result = p.result + index * p.resultStride
      cblas_dgemm(
        CblasRowMajor, p.transposingLeft ? CblasTrans : CblasNoTrans, p.transposingRight ? CblasTrans : CblasNoTrans,
        blasint(p.rows), blasint(p.columns), blasint(p.inner), 1, p.left + index * p.leftStride,
        blasint(p.transposingLeft ? p.rows : p.inner), p.right + index * p.rightStride,
        blasint(p.transposingRight ? p.inner : p.columns), p.keep, result, blasint(p.columns))
      if let bias = p.bias { rk_binary_f64(RK_ADD, RK_ROW, p.rows, p.columns, result, bias, result) }
      if p.isRectified { rk_unary_f64(RK_RELU, p.rows * p.columns, result, result) }
    }
  }

  public static func _convolve(
    _ geometry: ConvolutionGeometry, _ images: UnsafePointer<Double>, _ filters: UnsafePointer<Double>,
    bias: UnsafePointer<Double>?, rectifying: Bool, _ result: UnsafeMutablePointer<Double>
  ) {
    let shape = geometry.kernelShape
    let workspace = TensorStorage<Double>(count: rk_conv2d_workspace_size_f64(shape))
    rk_conv2d_forward_biased_f64(shape, images, filters, bias, rectifying ? 1 : 0, result, workspace.pointer)
  }

  public static func _convolve(
    _ direction: ConvolutionKernel, _ geometry: ConvolutionGeometry, _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>,
    _ result: UnsafeMutablePointer<Double>
  ) {
    let shape = geometry.kernelShape
    let workspace = TensorStorage<Double>(count: rk_conv2d_workspace_size_f64(shape))
    switch direction {
    case .forward: rk_conv2d_forward_f64(shape, a, b, result, 0, workspace.pointer)
    case .inputGradient: rk_conv2d_input_gradient_f64(shape, a, b, result, 0, workspace.pointer)
    case .filterGradient: rk_conv2d_weight_gradient_f64(shape, a, b, result, 0, workspace.pointer)
    }
  }

  public static func _softmax(
    logarithm: Bool, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ rows: Int, _ columns: Int
  ) {
    logarithm ? rk_log_softmax_rows_f64(rows, columns, x, y) : rk_softmax_rows_f64(rows, columns, x, y)
  }

  public static func _copyStrided(
    _ extents: [Int], _ x: UnsafePointer<Double>, _ xStrides: [Int], _ y: UnsafeMutablePointer<Double>, _ yStrides: [Int],
    adding: Bool
  ) {
    rk_strided_copy_f64(extents.count, extents, x, xStrides, y, yStrides, adding ? 1 : 0)
  }
}
