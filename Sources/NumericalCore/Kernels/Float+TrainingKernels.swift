import CKernels

/// The kernels of `Float` for losses, pooling, normalisation and optimisers.
extension Float {
  public static func _argmax(
    _ x: UnsafePointer<Float>, _ places: UnsafeMutablePointer<Int32>, _ rows: Int, _ columns: Int
  ) {
    rk_argmax_rows_f32(rows, columns, x, places)
  }

  public static func _softmaxGradient(
    _ y: UnsafePointer<Float>, _ dy: UnsafePointer<Float>, _ dx: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int
  ) {
    rk_softmax_gradient_rows_f32(rows, columns, y, dy, dx)
  }

  public static func _crossEntropy(
    _ x: UnsafePointer<Float>, _ labels: UnsafePointer<Int32>, _ losses: UnsafeMutablePointer<Float>,
    _ softmax: UnsafeMutablePointer<Float>?, _ rows: Int, _ columns: Int
  ) {
    rk_cross_entropy_rows_f32(rows, columns, x, labels, losses, softmax)
  }

  public static func _crossEntropyGradient(
    _ softmax: UnsafePointer<Float>, _ labels: UnsafePointer<Int32>, _ weights: UnsafePointer<Float>,
    _ result: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int
  ) {
    rk_cross_entropy_gradient_rows_f32(rows, columns, softmax, labels, weights, result)
  }

  public static func _maximumPool(
    _ geometry: PoolingGeometry, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>,
    _ places: UnsafeMutablePointer<Int32>
  ) {
    rk_max_pool_forward_f32(geometry.kernelShape, x, y, places)
  }

  public static func _maximumPoolScatter(
    _ geometry: PoolingGeometry, _ y: UnsafePointer<Float>, _ places: UnsafePointer<Int32>, _ x: UnsafeMutablePointer<Float>
  ) {
    rk_max_pool_scatter_f32(geometry.kernelShape, y, places, x)
  }

  public static func _maximumPoolGather(
    _ geometry: PoolingGeometry, _ x: UnsafePointer<Float>, _ places: UnsafePointer<Int32>, _ y: UnsafeMutablePointer<Float>
  ) {
    rk_max_pool_gather_f32(geometry.kernelShape, x, places, y)
  }

  public static func _averagePool(
    adjoint: Bool, countingPadding: Bool, _ geometry: PoolingGeometry, _ a: UnsafePointer<Float>,
    _ result: UnsafeMutablePointer<Float>
  ) {
    if adjoint {
      rk_average_pool_gradient_f32(geometry.kernelShape, countingPadding ? 1 : 0, a, result)
    } else {
      rk_average_pool_forward_f32(geometry.kernelShape, countingPadding ? 1 : 0, a, result)
    }
  }

  public static func _meanVariance(
    ofRows: Bool, _ x: UnsafePointer<Float>, _ mean: UnsafeMutablePointer<Float>, _ variance: UnsafeMutablePointer<Float>,
    _ rows: Int, _ columns: Int
  ) {
    if ofRows {
      rk_mean_variance_rows_f32(rows, columns, x, mean, variance)
    } else {
      rk_mean_variance_columns_f32(rows, columns, x, mean, variance)
    }
  }

  public static func _standardize(
    ofRows: Bool, _ x: UnsafePointer<Float>, _ mean: UnsafePointer<Float>, _ scale: UnsafePointer<Float>,
    gains: UnsafePointer<Float>?, offsets: UnsafePointer<Float>?, _ y: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int
  ) {
    if ofRows {
      rk_normalize_rows_f32(rows, columns, x, mean, scale, gains, offsets, y)
    } else {
      rk_normalize_columns_f32(rows, columns, x, mean, scale, gains, offsets, y)
    }
  }

  public static func _standardizeRowsGradient(
    _ x: UnsafePointer<Float>, _ mean: UnsafePointer<Float>, _ scale: UnsafePointer<Float>, gains: UnsafePointer<Float>,
    _ dy: UnsafePointer<Float>, _ dx: UnsafeMutablePointer<Float>, _ dGains: UnsafeMutablePointer<Float>,
    _ dOffsets: UnsafeMutablePointer<Float>, _ rows: Int, _ columns: Int
  ) {
    rk_normalize_rows_gradient_f32(rows, columns, x, mean, scale, gains, dy, dx, dGains, dOffsets)
  }

  public static func _attention(
    _ geometry: AttentionGeometry, _ projections: UnsafePointer<Float>, _ weights: UnsafeMutablePointer<Float>,
    _ outputs: UnsafeMutablePointer<Float>
  ) {
    rk_attention_forward_f32(geometry.kernelShape, Float(geometry.scale), projections, weights, outputs)
  }

  public static func _attentionGradient(
    _ geometry: AttentionGeometry, _ projections: UnsafePointer<Float>, _ weights: UnsafePointer<Float>,
    _ gradient: UnsafePointer<Float>, _ result: UnsafeMutablePointer<Float>
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: geometry.length * geometry.length) { workspace in
      guard let workspace = workspace.baseAddress else { return }
      rk_attention_gradient_f32(
        geometry.kernelShape, Float(geometry.scale), projections, weights, gradient, result, workspace)
    }
  }

  public static func _descentStep(
    _ rule: DescentRule, stepSize: Double, _ gradient: UnsafePointer<Float>, _ velocity: UnsafeMutablePointer<Float>?,
    _ parameters: UnsafeMutablePointer<Float>, _ count: Int
  ) {
    rk_sgd_step_f32(
      count, stepSize, rule.momentum, rule.isNesterov ? 1 : 0, rule.weightDecay, gradient, velocity, parameters)
  }

  public static func _adaptiveStep(
    _ rule: AdaptiveRule, stepSize: Double, step: Int, _ gradient: UnsafePointer<Float>,
    _ first: UnsafeMutablePointer<Float>, _ second: UnsafeMutablePointer<Float>, _ parameters: UnsafeMutablePointer<Float>,
    _ count: Int
  ) {
    rk_adam_step_f32(
      count, stepSize, rule.firstDecay, rule.secondDecay, rule.epsilon, rule.weightDecay,
      rule.isDecayDecoupled ? 1 : 0, step, gradient, first, second, parameters)
  }
}
