/// How long and in which steps a network is trained.
public struct TrainingOptions: Sendable {
  public var epochs: Int
  /// Examples a step.
  public var batchSize: Int
  public var schedule: StepSizeSchedule
  /// Whether the examples left over at the end of an epoch are left out, not a smaller batch.
  public var dropsLast: Bool
  /// Gradients longer than this are shortened to it.
  public var clippingNorm: Double?
  public var sharpness: SharpnessAwareness?
  /// Test examples are evaluated every so many epochs, and after the last.
  public var evaluationInterval: Int

  public init(
    epochs: Int, batchSize: Int, schedule: StepSizeSchedule, dropsLast: Bool = false, clippingNorm: Double? = nil,
    sharpness: SharpnessAwareness? = nil, evaluationInterval: Int = 1
  ) {
    self.epochs = epochs
    self.batchSize = batchSize
    self.schedule = schedule
    self.dropsLast = dropsLast
    self.clippingNorm = clippingNorm
    self.sharpness = sharpness
    self.evaluationInterval = evaluationInterval
  }
}
