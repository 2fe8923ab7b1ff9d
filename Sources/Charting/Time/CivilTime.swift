/// A moment in the proleptic Gregorian calendar, without time zones: local time is UTC, so that a chart does not depend
/// on the machine that draws it.
struct CivilTime: Sendable, Equatable {
  var year: Int
  /// 0…11.
  var month: Int
  /// 1…31.
  var day: Int
  var hours = 0
  var minutes = 0
  var seconds = 0
  var milliseconds = 0

  static let millisecondsPerDay = 86_400_000.0

  init(year: Int, month: Int = 0, day: Int = 1, hours: Int = 0, minutes: Int = 0, seconds: Int = 0, milliseconds: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.hours = hours
    self.minutes = minutes
    self.seconds = seconds
    self.milliseconds = milliseconds
  }

  /// - Parameter instant: milliseconds since 1970; nil unless finite and within some 270 000 years of it.
  init?(_ instant: Double) {
    guard instant.isFinite, abs(instant) <= 8.64e15 else { return nil }
    let total = Int(instant.rounded(.down))
    let perDay = Int(Self.millisecondsPerDay)
    let days = Self.floorDivision(total, perDay)
    var rest = total - days * perDay
    (year, month, day) = Self.date(days: days)
    hours = rest / 3_600_000
    rest %= 3_600_000
    minutes = rest / 60_000
    rest %= 60_000
    seconds = rest / 1000
    milliseconds = rest % 1000
  }

  /// Milliseconds since 1970; months and days beyond their range roll over, as in JavaScript.
  var instant: Double {
    let years = Self.floorDivision(month, 12)
    let days = Self.days(year: year + years, month: month - 12 * years) + day - 1
    let time = ((hours * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
    return Double(days) * Self.millisecondsPerDay + Double(time)
  }

  /// 0 for Sunday.
  var weekday: Int {
    let days = Self.days(year: year, month: month) + day - 1
    return ((days + 4) % 7 + 7) % 7
  }

  /// 1…366.
  var dayOfYear: Int { Self.days(year: year, month: month) - Self.days(year: year, month: 0) + day }

  /// The week of the year; weeks begin on Sundays, days before the first Sunday are in week 0.
  var weekOfYear: Int { (dayOfYear - 1 + 7 - weekday) / 7 }

  static func floorDivision(_ a: Int, _ b: Int) -> Int { (a >= 0 ? a : a - b + 1) / b }

  /// Days from 1970 to the first of a month (0…11), by counting in eras of 400 years from March.
  static func days(year: Int, month: Int) -> Int {
    let shifted = month < 2 ? year - 1 : year
    let era = floorDivision(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 10) % 12) + 2) / 5
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func date(days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = floorDivision(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = (march + 2) % 12
    return (yearOfEra + era * 400 + (month < 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1)
  }
}
