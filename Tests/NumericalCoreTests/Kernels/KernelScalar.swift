import CKernels

/// The element types of the kernels, with those kernels that the tests run for both.
protocol KernelScalar: BinaryFloatingPoint {
  typealias Input = UnsafePointer<Self>
  typealias Output = UnsafeMutablePointer<Self>

  static func apply(_ function: rk_unary, _ count: Int, _ x: Input, _ y: Output)
  static func gemm(
    _ transA: Bool, _ transB: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: Self, _ a: Input, _ lda: Int, _ b: Input,
    _ ldb: Int, _ beta: Self, _ c: Output, _ ldc: Int, _ bias: Input?, _ relu: Bool)
  static func workspace(_ shape: rk_conv2d_shape) -> Int
  static func forward(_ shape: rk_conv2d_shape, _ x: Input, _ w: Input, _ y: Output, _ add: Bool, _ room: Output)
  static func inputGradient(_ shape: rk_conv2d_shape, _ dy: Input, _ w: Input, _ dx: Output, _ add: Bool, _ room: Output)
  static func weightGradient(
    _ shape: rk_conv2d_shape, _ x: Input, _ dy: Input, _ dw: Output, _ add: Bool, _ room: Output)
  static func rows(_ function: rk_reduction, _ n: Int, _ m: Int, _ x: Input, _ y: Output)
  static func columns(_ function: rk_reduction, _ n: Int, _ m: Int, _ x: Input, _ y: Output)
}

extension Float: KernelScalar {
  static func apply(_ function: rk_unary, _ count: Int, _ x: Input, _ y: Output) { rk_unary_f32(function, count, x, y) }
  static func gemm(
    _ transA: Bool, _ transB: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: Self, _ a: Input, _ lda: Int, _ b: Input,
    _ ldb: Int, _ beta: Self, _ c: Output, _ ldc: Int, _ bias: Input?, _ relu: Bool
  ) {
    rk_gemm_f32(transA ? 1 : 0, transB ? 1 : 0, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc, bias, relu ? 1 : 0)
  }
  static func workspace(_ shape: rk_conv2d_shape) -> Int { rk_conv2d_workspace_size_f32(shape) }
  static func forward(_ shape: rk_conv2d_shape, _ x: Input, _ w: Input, _ y: Output, _ add: Bool, _ room: Output) {
    rk_conv2d_forward_f32(shape, x, w, y, add ? 1 : 0, room)
  }
  static func inputGradient(
    _ shape: rk_conv2d_shape, _ dy: Input, _ w: Input, _ dx: Output, _ add: Bool, _ room: Output
  ) {
    rk_conv2d_input_gradient_f32(shape, dy, w, dx, add ? 1 : 0, room)
  }
  static func weightGradient(
    _ shape: rk_conv2d_shape, _ x: Input, _ dy: Input, _ dw: Output, _ add: Bool, _ room: Output
  ) {
    rk_conv2d_weight_gradient_f32(shape, x, dy, dw, add ? 1 : 0, room)
  }
  static func rows(_ function: rk_reduction, _ n: Int, _ m: Int, _ x: Input, _ y: Output) {
    rk_reduce_rows_f32(function, n, m, x, y)
  }
  static func columns(_ function: rk_reduction, _ n: Int, _ m: Int, _ x: Input, _ y: Output) {
    rk_reduce_columns_f32(function, n, m, x, y)
  }
}

extension Double: KernelScalar {
  static func apply(_ function: rk_unary, _ count: Int, _ x: Input, _ y: Output) { rk_unary_f64(function, count, x, y) }
  static func gemm(
    _ transA: Bool, _ transB: Bool, _ m: Int, _ n: Int, _ k: Int, _ alpha: Self, _ a: Input, _ lda: Int, _ b: Input,
    _ ldb: Int, _ beta: Self, _ c: Output, _ ldc: Int, _ bias: Input?, _ relu: Bool
  ) {
    rk_gemm_f64(transA ? 1 : 0, transB ? 1 : 0, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc, bias, relu ? 1 : 0)
  }
  static func workspace(_ shape: rk_conv2d_shape) -> Int { rk_conv2d_workspace_size_f64(shape) }
  static func forward(_ shape: rk_conv2d_shape, _ x: Input, _ w: Input, _ y: Output, _ add: Bool, _ room: Output) {
    rk_conv2d_forward_f64(shape, x, w, y, add ? 1 : 0, room)
  }
  static func inputGradient(
    _ shape: rk_conv2d_shape, _ dy: Input, _ w: Input, _ dx: Output, _ add: Bool, _ room: Output
  ) {
    rk_conv2d_input_gradient_f64(shape, dy, w, dx, add ? 1 : 0, room)
  }
  static func weightGradient(
    _ shape: rk_conv2d_shape, _ x: Input, _ dy: Input, _ dw: Output, _ add: Bool, _ room: Output
  ) {
    rk_conv2d_weight_gradient_f64(shape, x, dy, dw, add ? 1 : 0, room)
  }
  static func rows(_ function: rk_reduction, _ n: Int, _ m: Int, _ x: Input, _ y: Output) {
    rk_reduce_rows_f64(function, n, m, x, y)
  }
  static func columns(_ function: rk_reduction, _ n: Int, _ m: Int, _ x: Input, _ y: Output) {
    rk_reduce_columns_f64(function, n, m, x, y)
  }
}
