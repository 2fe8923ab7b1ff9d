import Tables

extension Value {
  /// A number; missing if it is infinite, as an iteration that has diverged says nothing more.
  static func real(finite value: Double) -> Value { .real(value.isFinite ? value : .nan) }
}
