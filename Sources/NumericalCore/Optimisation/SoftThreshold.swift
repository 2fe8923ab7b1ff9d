/// The proximal map of `threshold`·|·|: moves `value` towards 0 by `threshold` ≥ 0, and not past it.
@inlinable public func softThreshold(_ value: Double, _ threshold: Double) -> Double {
  value > threshold ? value - threshold : (value < -threshold ? value + threshold : 0)
}
