import CKernels
import COpenBLAS

/// The kernels of `Float`, compiled for several instruction sets.
extension Float: TensorScalar {
  public static func _unary(
    _ operation: UnaryKernel, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int
  ) {
    rk_unary_f32(operation.function, count, x, y)
  }

  public static func _binary(
    _ operation: BinaryKernel, _ form: BroadcastForm, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>,
    _ z: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int
  ) {
    switch form {
    case .same: rk_binary_f32(operation.function, RK_SAME, rows, columns, x, y, z)
    case .rightScalar: rk_binary_f32(operation.function, RK_SCALAR, rows, columns, x, y, z)
    case .rightRow: rk_binary_f32(operation.function, RK_ROW, rows, columns, x, y, z)
    case .rightColumn: rk_binary_f32(operation.function, RK_COLUMN, rows, columns, x, y, z)
    case .leftScalar: rk_binary_f32(operation.reversed, RK_SCALAR, rows, columns, y, x, z)
    case .leftRow: rk_binary_f32(operation.reversed, RK_ROW, rows, columns, y, x, z)
    case .leftColumn: rk_binary_f32(operation.reversed, RK_COLUMN, rows, columns, y, x, z)
    }
  }

  public static func _affine(
    _ x: UnsafePointer<Float>, _ factor: Float, _ shift: Float, _ y: UnsafeMutablePointer<Float>, _ count: Int
  ) {
    if factor != 1 || shift == 0 {
      rk_scale_f32(count, factor, x, y)
      if shift != 0 { rk_add_scalar_f32(count, shift, y, y) }
    } else {
      rk_add_scalar_f32(count, shift, x, y)
    }
  }

  public static func _clamp(
    _ x: UnsafePointer<Float>, _ low: Float, _ high: Float, _ y: UnsafeMutablePointer<Float>, _ count: Int
  ) {
    rk_clamp_f32(count, low, high, x, y)
  }

  public static func _axpy(_ factor: Float, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ count: Int) {
    rk_axpy_f32(count, factor, x, y)
  }

  public static func _dot(_ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>, _ count: Int) -> Float {
    rk_dot_f32(count, x, y)
  }

  public static func _reduce(
    _ operation: ReductionKernel, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ outer: Int, _ middle: Int,
    _ inner: Int
  ) {
    if inner == 1 {
      rk_reduce_rows_f32(operation.function, outer, middle, x, y)
    } else if outer == 1 {
      rk_reduce_columns_f32(operation.function, middle, inner, x, y)
    } else {
      rk_reduce_axis_f32(operation.function, outer, middle, inner, x, y)
    }
  }

  public static func _multiply(_ p: MatrixProductKernel<Float>) {
    let (ta, tb): (Int32, Int32) = (p.transposingLeft ? 1 : 0, p.transposingRight ? 1 : 0)
    let lda = p.transposingLeft ? p.rows : p.inner
    let ldb = p.transposingRight ? p.inner : p.columns
    if p.isForLibrary { return multiplyByLibrary(p) }
    if p.isOuter { return multiplyOuter(p) }
    if p.batch == 1 || p.bias != nil || p.isRectified {
      for index in 0..<p.batch {
        rk_gemm_f32(
          ta, tb, p.rows, p.columns, p.inner, 1, p.left + index * p.leftStride, lda, p.right + index * p.rightStride,
          ldb, p.keep, p.result + index * p.resultStride, p.columns, p.bias, p.isRectified ? 1 : 0)
      }
    } else {
      rk_gemm_batched_f32(
        ta, tb, p.rows, p.columns, p.inner, 1, p.left, lda, p.leftStride, p.right, ldb, p.rightStride, p.keep, p.result,
        p.columns, p.resultStride, p.batch)
    }
  }

  /// Products of a column and a row, each row of the result a multiple of the right one: bound by memory alone.
  private static func multiplyOuter(_ p: MatrixProductKernel<Float>) {
    for index in 0..<p.batch {
      let (left, right) = (p.left + index * p.leftStride, p.right + index * p.rightStride)
      let result = p.result + index * p.resultStride
      for row in 0..<p.rows { rk_scale_f32(p.columns, left[row], right, result + row * p.columns) }
    }
  }

  /// Large products: OpenBLAS blocks for every level of the caches.
  private static func multiplyByLibrary(_ p: MatrixProductKernel<Float>) {
    BLAS.prepare()
    for index in 0..<p.batch {
      let result = p.result + index * p.resultStride
      cblas_sgemm(
        CblasRowMajor, p.transposingLeft ? CblasTrans : CblasNoTrans, p.transposingRight ? CblasTrans : CblasNoTrans,
        blasint(p.rows), blasint(p.columns), blasint(p.inner), 1, p.left + index * p.leftStride,
        blasint(p.transposingLeft ? p.rows : p.inner), p.right + index * p.rightStride,
        blasint(p.transposingRight ? p.inner : p.columns), p.keep, result, blasint(p.columns))
      if let bias = p.bias { rk_binary_f32(RK_ADD, RK_ROW, p.rows, p.columns, result, bias, result) }
      if p.isRectified { rk_unary_f32(RK_RELU, p.rows * p.columns, result, result) }
    }
  }

  public static func _convolve(
    _ geometry: ConvolutionGeometry, _ images: UnsafePointer<Float>, _ filters: UnsafePointer<Float>,
    bias: UnsafePointer<Float>?, rectifying: Bool, _ result: UnsafeMutablePointer<Float>
  ) {
    let shape = geometry.kernelShape
    let workspace = TensorStorage<Float>(count: rk_conv2d_workspace_size_f32(shape))
    rk_conv2d_forward_biased_f32(shape, images, filters, bias, rectifying ? 1 : 0, result, workspace.pointer)
  }

  public static func _convolve(
    _ direction: ConvolutionKernel, _ geometry: ConvolutionGeometry, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>,
    _ result: UnsafeMutablePointer<Float>
  ) {
    let shape = geometry.kernelShape
    let workspace = TensorStorage<Float>(count: rk_conv2d_workspace_size_f32(shape))
    switch direction {
    case .forward: rk_conv2d_forward_f32(shape, a, b, result, 0, workspace.pointer)
    case .inputGradient: rk_conv2d_input_gradient_f32(shape, a, b, result, 0, workspace.pointer)
    case .filterGradient: rk_conv2d_weight_gradient_f32(shape, a, b, result, 0, workspace.pointer)
    }
  }

  public static func _softmax(
    logarithm: Bool, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int
  ) {
    logarithm ? rk_log_softmax_rows_f32(rows, columns, x, y) : rk_softmax_rows_f32(rows, columns, x, y)
  }

  public static func _copyStrided(
    _ extents: [Int], _ x: UnsafePointer<Float>, _ xStrides: [Int], _ y: UnsafeMutablePointer<Float>, _ yStrides: [Int],
    adding: Bool
  ) {
    rk_strided_copy_f32(extents.count, extents, x, xStrides, y, yStrides, adding ? 1 : 0)
  }
}
