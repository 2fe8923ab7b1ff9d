import Experiments
import NumericalCore

/// The steps at which an iteration is looked at.
enum RecordedTimes {
  static let help = "Steps to record, at most the last; none stands for 0, about 60 log-spaced ones and some round ones."

  /// Those given, or the default ones up to `last`: 0, log-spaced ones, and the `round` ones among them.
  static func resolve(_ given: [Int], last: Int, round: [Int] = []) -> [Int] {
    if !given.isEmpty { return Set(given).sorted() }
    let spaced = last < 1 ? [] : Vector.logarithmicSteps(through: last, count: 60)
    return Set([0] + spaced + round.filter { $0 <= last }).sorted()
  }

  /// What is wrong with the steps given if `last`, a parameter called `name`, is the last one.
  static func problems(_ given: [Int], last: Int, _ name: String = "T") -> [ParameterProblem] {
    guard let late = given.first(where: { $0 > last }) else { return [] }
    return [.inconsistent("times", "names step \(late): the last one is \(name) = \(last)")]
  }
}
