import Tables

/// The order of a discrete domain.
enum SortSpec: Sendable, Equatable {
  case ascending
  case descending
  /// As the values come in the data.
  case none
  case values([Value])
  /// By the value of another channel, as `-y`.
  case channel(Channel, descending: Bool)
  case field(String?, AggregateOperation?, descending: Bool)
}
