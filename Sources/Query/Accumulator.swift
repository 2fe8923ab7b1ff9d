import CSQLite

/// The rows of one group while SQLite steps through them.
final class Accumulator {
  private let function: AggregateFunction
  private var x: [Double] = []
  private var y: [Double] = []
  private var option: Double?

  private init(_ function: AggregateFunction) { self.function = function }

  /// The accumulator of the group being stepped, made at its first row.
  static func of(_ context: OpaquePointer?) -> Accumulator? {
    guard let slot = slot(context, bytes: Int32(MemoryLayout<UnsafeRawPointer?>.size)), let user = sqlite3_user_data(context) else { return nil }
    if let existing = slot.pointee { return Unmanaged<Accumulator>.fromOpaque(existing).takeUnretainedValue() }
    let accumulator = Accumulator(Unmanaged<AggregateFunction.Box>.fromOpaque(user).takeUnretainedValue().function)
    slot.pointee = UnsafeRawPointer(Unmanaged.passRetained(accumulator).toOpaque())
    return accumulator
  }

  func add(_ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?) {
    guard let values else { return }
    for index in 0..<Int(count) where sqlite3_value_type(values[index]) == SQLITE_NULL { return }
    for index in 0..<Int(count) where sqlite3_value_numeric_type(values[index]) == SQLITE_TEXT {
      sqlite3_result_error(context, "\(function.name)() of text '\(String(cString: sqlite3_value_text(values[index])))'", -1)
      return
    }
    x.append(sqlite3_value_double(values[0]))
    if function.columns == 2 { y.append(sqlite3_value_double(values[1])) }
    if Int(count) > function.columns { option = sqlite3_value_double(values[function.columns]) }
  }

  /// Gives SQLite the statistic of a group and lets go of its rows.
  static func finish(_ context: OpaquePointer?) {
    guard let slot = slot(context, bytes: 0), let existing = slot.pointee else {
      sqlite3_result_null(context)
      return
    }
    let accumulator = Unmanaged<Accumulator>.fromOpaque(existing).takeRetainedValue()
    slot.pointee = nil
    let result = accumulator.function.compute(accumulator.x, accumulator.y, accumulator.option)
    if result.isNaN { sqlite3_result_null(context) } else { sqlite3_result_double(context, result) }
  }

  private static func slot(_ context: OpaquePointer?, bytes: Int32) -> UnsafeMutablePointer<UnsafeRawPointer?>? {
    sqlite3_aggregate_context(context, bytes)?.assumingMemoryBound(to: UnsafeRawPointer?.self)
  }
}
