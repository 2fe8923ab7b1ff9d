/// A unit of calendar time, or several that make one, such as `yearmonth`: instants are rounded down to it.
///
/// Units larger than those named are set to those of 2012, as in Vega, so that the months of all years fall together.
struct TimeUnit: Sendable, Equatable, Hashable {
  enum Part: String, Sendable, CaseIterable {
    case year, quarter, month, week, dayofyear, date, day, hours, minutes, seconds, milliseconds
  }

  /// In the order of `Part`.
  var parts: [Part]
  var step = 1
  /// The values are rounded already: `binnedyearmonth`.
  var isBinned = false
  /// As written.
  var name: String

  /// Nil for a name that is no unit.
  init?(_ name: String) {
    self.name = name
    var rest = Substring(name)
    if rest.hasPrefix("binned") { isBinned = true; rest = rest.dropFirst(6) }
    if rest.hasPrefix("utc") { rest = rest.dropFirst(3) }
    parts = []
    var last = -1
    while !rest.isEmpty {
      // `dayofyear` before `day`.
      let found = Part.allCases.enumerated().filter { rest.hasPrefix($0.element.rawValue) }.max { $0.element.rawValue.count < $1.element.rawValue.count }
      guard let found, found.offset > last else { return nil }
      parts.append(found.element)
      last = found.offset
      rest = rest.dropFirst(found.element.rawValue.count)
    }
    if parts.isEmpty { return nil }
  }

  static let names = [
    "year", "quarter", "month", "week", "day", "dayofyear", "date", "hours", "minutes", "seconds", "milliseconds", "yearmonth", "yearmonthdate",
    "yearquarter", "yearweek", "monthdate", "hoursminutes", "yearmonthdatehours", "yearmonthdatehoursminutes",
  ]

  private func has(_ part: Part) -> Bool { parts.contains(part) }
  private func stepped(_ part: Part, _ value: Int, from first: Int = 0) -> Int {
    guard step > 1, parts.last == part else { return value }
    return first + step * CivilTime.floorDivision(value - first, step)
  }

  /// The start of the unit that an instant lies in; NaN for none.
  func floor(_ instant: Double) -> Double {
    guard let time = CivilTime(instant) else { return .nan }
    var result = CivilTime(year: has(.year) ? stepped(.year, time.year) : 2012)
    if has(.month) {
      result.month = stepped(.month, time.month)
    } else if has(.quarter) {
      result.month = 3 * stepped(.quarter, time.month / 3)
    }
    let firstWeekday = CivilTime(year: result.year).weekday
    func day(week: Int, weekday: Int) -> Int { weekday + week * 7 - (firstWeekday + 6) % 7 }
    if has(.week) {
      result.day = day(week: stepped(.week, time.weekOfYear, from: has(.day) ? 0 : 1), weekday: has(.day) ? time.weekday : 0)
    } else if has(.day) {
      result.day = stepped(.day, time.weekday + 1, from: 1)
    } else if has(.date) {
      result.day = stepped(.date, time.day, from: 1)
    } else if has(.dayofyear) {
      result.day = stepped(.dayofyear, time.dayOfYear, from: 1)
    }
    if has(.hours) { result.hours = stepped(.hours, time.hours) }
    if has(.minutes) { result.minutes = stepped(.minutes, time.minutes) }
    if has(.seconds) { result.seconds = stepped(.seconds, time.seconds) }
    if has(.milliseconds) { result.milliseconds = stepped(.milliseconds, time.milliseconds) }
    return result.instant
  }

  /// The end of the unit that begins at an instant.
  func end(_ start: Double) -> Double { moved(start, by: step) }

  /// The start of the unit before, in the calendar's order.
  func start(before start: Double) -> Double { moved(start, by: -step) }

  private func moved(_ start: Double, by step: Int) -> Double {
    guard var time = CivilTime(start), let smallest = parts.last else { return .nan }
    switch smallest {
    case .year: time.year += step
    case .quarter: time.month += 3 * step
    case .month: time.month += step
    case .week: time.day += 7 * step
    case .day, .dayofyear, .date: time.day += step
    case .hours: time.hours += step
    case .minutes: time.minutes += step
    case .seconds: time.seconds += step
    case .milliseconds: time.milliseconds += step
    }
    return time.instant
  }

  /// d3's format for labels.
  var format: String {
    let words: [(Part, String)] = [
      (.year, "%Y"), (.quarter, "Q%q"), (.month, "%b"), (.week, "W%U"), (.dayofyear, "%j"), (.date, "%d"), (.day, "%a"), (.hours, "%H"), (.minutes, "%M"),
      (.seconds, "%S"), (.milliseconds, "%L"),
    ]
    if name.hasSuffix("yearmonth") { return "%b %Y" }
    let date = words.filter { has($0.0) && $0.0 != .hours && $0.0 != .minutes && $0.0 != .seconds && $0.0 != .milliseconds }.map(\.1).joined(separator: " ")
    var clock = words.filter { has($0.0) && ($0.0 == .hours || $0.0 == .minutes || $0.0 == .seconds) }.map(\.1).joined(separator: ":")
    if has(.hours) && !has(.minutes) { clock = "%H:00" }
    if has(.milliseconds) { clock += clock.isEmpty ? "%L" : ".%L" }
    return [date, clock].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension TimeUnit {
  /// The unit that Vega-Lite takes for `{maxbins: n}` over an unknown extent: the year.
  init?(maximumBins: Int) { self.init("year") }
}
