import NumericalCore

extension TraceNormMultitask {
  /// T linear regression tasks with m samples each: y_ti = ⟨x_ti, β_t⟩ + noise.
  ///
  /// Coefficients of all tasks are matrices `[T × d]`, a task a row; the paper's M is their transpose.
  struct MultitaskProblem {
    let dimension: Int
    let taskCount: Int
    /// m.
    let sampleCount: Int
    /// X_t, `[m × d]` each.
    let designs: [Matrix]
    /// y_t, `[m]` each.
    let targets: [[Double]]

    init(designs: [Matrix], targets: [[Double]]) {
      self.designs = designs
      self.targets = targets
      taskCount = designs.count
      dimension = designs.first?.columns ?? 0
      sampleCount = designs.first?.rows ?? 0
    }
  }
}
