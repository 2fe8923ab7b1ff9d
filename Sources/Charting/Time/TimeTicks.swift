/// Tick values of a time axis: whole units of the calendar.
enum TimeTicks {
  /// Steps from short to long, each with its approximate length in milliseconds.
  private static let steps: [(part: TimeUnit.Part, step: Int, length: Double)] = [
    (.milliseconds, 1, 1), (.milliseconds, 5, 5), (.milliseconds, 50, 50), (.milliseconds, 250, 250),
    (.seconds, 1, 1e3), (.seconds, 5, 5e3), (.seconds, 15, 15e3), (.seconds, 30, 30e3),
    (.minutes, 1, 6e4), (.minutes, 5, 3e5), (.minutes, 15, 9e5), (.minutes, 30, 18e5),
    (.hours, 1, 36e5), (.hours, 3, 108e5), (.hours, 6, 216e5), (.hours, 12, 432e5),
    (.date, 1, 864e5), (.date, 2, 1728e5), (.week, 1, 6048e5), (.month, 1, 2592e6), (.month, 3, 7776e6), (.month, 6, 15552e6),
    (.year, 1, 31536e6), (.year, 2, 63072e6), (.year, 5, 15768e7), (.year, 10, 31536e7), (.year, 20, 63072e7), (.year, 50, 15768e8), (.year, 100, 31536e8),
    (.year, 200, 63072e8), (.year, 500, 15768e9), (.year, 1000, 31536e9),
  ]

  /// - Parameter target: how many ticks would be right for the length of the axis.
  static func values(_ low: Double, _ high: Double, target: Int) -> [Double] {
    guard low.isFinite, high.isFinite, low < high else { return low.isFinite ? [low] : [] }
    let ideal = (high - low) / Double(max(1, target))
    let chosen = steps.min { ratio($0.length, ideal) < ratio($1.length, ideal) } ?? steps[0]
    var values: [Double] = []
    var place = start(low, chosen.part, chosen.step)
    while place <= high, values.count < 200 {
      if place >= low { values.append(place) }
      let next = advanced(place, chosen.part, chosen.step)
      if next <= place { break }
      place = next
    }
    return values
  }

  private static func ratio(_ a: Double, _ b: Double) -> Double { a > b ? a / b : b / a }

  private static func start(_ low: Double, _ part: TimeUnit.Part, _ step: Int) -> Double {
    guard var time = CivilTime(low) else { return low }
    time.milliseconds = part == .milliseconds ? time.milliseconds / step * step : 0
    if part == .milliseconds { return time.instant }
    time.seconds = part == .seconds ? time.seconds / step * step : 0
    if part == .seconds { return time.instant }
    time.minutes = part == .minutes ? time.minutes / step * step : 0
    if part == .minutes { return time.instant }
    time.hours = part == .hours ? time.hours / step * step : 0
    if part == .hours { return time.instant }
    if part == .week { time.day -= time.weekday; return time.instant }
    if part == .date { time.day = 1 + (time.day - 1) / step * step; return time.instant }
    time.day = 1
    time.month = part == .month ? time.month / step * step : 0
    if part == .month { return time.instant }
    time.year = CivilTime.floorDivision(time.year, step) * step
    return time.instant
  }

  private static func advanced(_ place: Double, _ part: TimeUnit.Part, _ step: Int) -> Double {
    guard var time = CivilTime(place) else { return place }
    switch part {
    case .year: time.year += step
    case .month: time.month += step
    case .week: time.day += 7 * step
    case .date:
      let month = time.month
      time.day += step
      // Every second day begins anew each month, and no two ticks stand side by side at its end.
      if step > 1, let next = CivilTime(time.instant), next.month != month || CivilTime(time.instant + CivilTime.millisecondsPerDay)?.month != month {
        return CivilTime(year: time.year, month: month + 1).instant
      }
    case .hours: time.hours += step
    case .minutes: time.minutes += step
    case .seconds: time.seconds += step
    default: time.milliseconds += step
    }
    return time.instant
  }

  /// The shortest words that tell an instant from its neighbours: the year in January, the month on its first day, and so on.
  static func label(_ instant: Double) -> String {
    guard let time = CivilTime(instant) else { return "" }
    let pattern: String
    if time.milliseconds != 0 {
      pattern = ".%L"
    } else if time.seconds != 0 {
      pattern = ":%S"
    } else if time.minutes != 0 || time.hours != 0 {
      pattern = "%H:%M"
    } else if time.day != 1 {
      pattern = "%b %-d"
    } else if time.month != 0 {
      pattern = "%b"
    } else {
      pattern = "%Y"
    }
    return TimeFormat(pattern)?.string(instant) ?? ""
  }
}
