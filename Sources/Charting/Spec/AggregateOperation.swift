/// A summary of many values by one.
enum AggregateOperation: String, Sendable, Hashable, CaseIterable {
  case count, valid, missing, distinct, sum, product, mean, average, median, min, max, stdev, stdevp, variance, variancep
  case stderr, q1, q3, ci0, ci1, values
  /// Of positive numbers, exp of the mean logarithm.
  case geomean
  /// The value of one field in the row where another is least or greatest.
  case argmin, argmax

  /// The first value found; not written by authors, it carries constants through a grouping.
  var needsField: Bool { self != .count }
}
