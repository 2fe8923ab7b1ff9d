import CKernels

/// The kernels of `Double` for losses, pooling, normalisation and optimisers.
extension Double {
  public static func _argmax(
    _ x: UnsafePointer<Double>, _ places: UnsafeMutablePointer<Int32>, _ rows: Int, _ columns: Int
  ) {
    rk_argmax_rows_f64(rows, columns, x, places)
  }

  public static func _softmaxGradient(
    _ y: UnsafePointer<Double>, _ dy: UnsafePointer<Double>, _ dx: UnsafeMutablePointer<Double>, _ rows: Int, _ columns: Int
  ) {
    rk_softmax_gradient_rows_f64(rows, columns, y, dy, dx)
  }

  public static func _crossEntropy(
    _ x: UnsafePointer<Double>, _ labels: UnsafePointer<Int32>, _ losses: UnsafeMutablePointer<Double>,
    _ softmax: UnsafeMutablePointer<Double>?, _ rows: Int, _ columns: Int
  ) {
    rk_cross_entropy_rows_f64(rows, columns, x, labels, losses, softmax)
  }

  public static func _crossEntropyGradient(
    _ softmax: UnsafePointer<Double>, _ labels: UnsafePointer<Int32>, _ weights: UnsafePointer<Double>,
    _ result: UnsafeMutablePointer<Double>, _ rows: Int, _ columns: Int
  ) {
    rk_cross_entropy_gradient_rows_f64(rows, columns, softmax, labels, weights, result)
  }

  public static func _maximumPool(
    _ geometry: PoolingGeometry, _ x: UnsafePointer<Double>, _ y: UnsafeMutablePointer<Double>,
    _ places: UnsafeMutablePointer<Int32>
  ) {
    rk_max_pool_forward_f64(geometry.kernelShape, x, y, places)
  }

  public static func _maximumPoolScatter(
    _ geometry: PoolingGeometry, _ y: UnsafePointer<Double>, _ places: UnsafePointer<Int32>, _ x: UnsafeMutablePointer<Double>
  ) {
    rk_max_pool_scatter_f64(geometry.kernelShape, y, places, x)
  }

  public static func _maximumPoolGather(
    _ geometry: PoolingGeometry, _ x: UnsafePointer<Double>, _ places: UnsafePointer<Int32>, _ y: UnsafeMutablePointer<Double>
  ) {
    rk_max_pool_gather_f64(geometry.kernelShape, x, places, y)
  }

  public static func _averagePool(
    adjoint: Bool, countingPadding: Bool, _ geometry: PoolingGeometry, _ a: UnsafePointer<Double>,
    _ result: UnsafeMutablePointer<Double>
  ) {
    if adjoint {
      rk_average_pool_gradient_f64(geometry.kernelShape, countingPadding ? 1 : 0, a, result)
    } else {
      rk_average_pool_forward_f64(geometry.kernelShape, countingPadding ? 1 : 0, a, result)
    }
  }

  public static func _meanVariance(
    ofRows: Bool, _ x: UnsafePointer<Double>, _ mean: UnsafeMutablePointer<Double>, _ variance: UnsafeMutablePointer<Double>,
    _ rows: Int, _ columns: Int
  ) {
    if ofRows {
      rk_mean_variance_rows_f64(rows, columns, x, mean, variance)
    } else {
      rk_mean_variance_columns_f64(rows, columns, x, mean, variance)
    }
  }

  public static func _standardize(
    ofRows: Bool, _ x: UnsafePointer<Double>, _ mean: UnsafePointer<Double>, _ scale: UnsafePointer<Double>,
    gains: UnsafePointer<Double>?, offsets: UnsafePointer<Double>?, _ y: UnsafeMutablePointer<Double>, _ rows: Int, _ columns: Int
  ) {
    if ofRows {
      rk_normalize_rows_f64(rows, columns, x, mean, scale, gains, offsets, y)
    } else {
      rk_normalize_columns_f64(rows, columns, x, mean, scale, gains, offsets, y)
    }
  }

  public static func _standardizeRowsGradient(
    _ x: UnsafePointer<Double>, _ mean: UnsafePointer<Double>, _ scale: UnsafePointer<Double>, gains: UnsafePointer<Double>,
    _ dy: UnsafePointer<Double>, _ dx: UnsafeMutablePointer<Double>, _ dGains: UnsafeMutablePointer<Double>,
    _ dOffsets: UnsafeMutablePointer<Double>, _ rows: Int, _ columns: Int
  ) {
    rk_normalize_rows_gradient_f64(rows, columns, x, mean, scale, gains, dy, dx, dGains, dOffsets)
  }

  public static func _attention(
    _ geometry: AttentionGeometry, _ projections: UnsafePointer<Double>, _ weights: UnsafeMutablePointer<Double>,
    _ outputs: UnsafeMutablePointer<Double>
  ) {
    rk_attention_forward_f64(geometry.kernelShape, Double(geometry.scale), projections, weights, outputs)
  }

  public static func _attentionGradient(
    _ geometry: AttentionGeometry, _ projections: UnsafePointer<Double>, _ weights: UnsafePointer<Double>,
    _ gradient: UnsafePointer<Double>, _ result: UnsafeMutablePointer<Double>
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: geometry.length * geometry.length) { workspace in
      guard let workspace = workspace.baseAddress else { return }
      rk_attention_gradient_f64(
        geometry.kernelShape, Double(geometry.scale), projections, weights, gradient, result, workspace)
    }
  }

  public static func _descentStep(
    _ rule: DescentRule, stepSize: Double, _ gradient: UnsafePointer<Double>, _ velocity: UnsafeMutablePointer<Double>?,
    _ parameters: UnsafeMutablePointer<Double>, _ count: Int
  ) {
    rk_sgd_step_f64(
      count, stepSize, rule.momentum, rule.isNesterov ? 1 : 0, rule.weightDecay, gradient, velocity, parameters)
  }

  public static func _adaptiveStep(
    _ rule: AdaptiveRule, stepSize: Double, step: Int, _ gradient: UnsafePointer<Double>,
    _ first: UnsafeMutablePointer<Double>, _ second: UnsafeMutablePointer<Double>, _ parameters: UnsafeMutablePointer<Double>,
    _ count: Int
  ) {
    rk_adam_step_f64(
      count, stepSize, rule.firstDecay, rule.secondDecay, rule.epsilon, rule.weightDecay,
      rule.isDecayDecoupled ? 1 : 0, step, gradient, first, second, parameters)
  }
}
