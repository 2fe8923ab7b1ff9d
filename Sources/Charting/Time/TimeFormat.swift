/// d3's formats of dates, such as `%b %d, %Y`.
struct TimeFormat: Sendable, Equatable {
  static let monthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
  static let dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  private static let directives = Set("aAbBcdefgGHIjLmMpqQsSuUVwWxXyYZ%")

  private let pattern: [Character]

  /// Nil for an unknown directive.
  init?(_ text: String) {
    pattern = Array(text)
    var index = 0
    while index < pattern.count {
      if pattern[index] == "%" {
        index += 1
        if index < pattern.count, "-_0".contains(pattern[index]) { index += 1 }
        guard index < pattern.count, Self.directives.contains(pattern[index]) else { return nil }
      }
      index += 1
    }
  }

  func string(_ instant: Double) -> String {
    guard let time = CivilTime(instant) else { return "" }
    var result = ""
    var index = 0
    while index < pattern.count {
      guard pattern[index] == "%", index + 1 < pattern.count else { result.append(pattern[index]); index += 1; continue }
      index += 1
      var padding: Character?
      if "-_0".contains(pattern[index]), index + 1 < pattern.count { padding = pattern[index]; index += 1 }
      result += Self.piece(pattern[index], time, instant, padding)
      index += 1
    }
    return result
  }

  private static func padded(_ value: Int, _ width: Int, _ padding: Character?, _ standard: Character = "0") -> String {
    let fill: Character? = padding == "-" ? nil : padding == "_" ? " " : padding == "0" ? "0" : standard
    let digits = String(abs(value))
    let missing = max(0, width - digits.count)
    return (value < 0 ? "-" : "") + (fill.map { String(repeating: $0, count: missing) } ?? "") + digits
  }

  private static func piece(_ directive: Character, _ time: CivilTime, _ instant: Double, _ padding: Character?) -> String {
    let hour12 = time.hours % 12 == 0 ? 12 : time.hours % 12
    switch directive {
    case "Y": return padded(time.year, 4, padding)
    case "y": return padded(((time.year % 100) + 100) % 100, 2, padding)
    case "B": return monthNames[time.month]
    case "b": return String(monthNames[time.month].prefix(3))
    case "m": return padded(time.month + 1, 2, padding)
    case "d": return padded(time.day, 2, padding)
    case "e": return padded(time.day, 2, padding, " ")
    case "A": return dayNames[time.weekday]
    case "a": return String(dayNames[time.weekday].prefix(3))
    case "H": return padded(time.hours, 2, padding)
    case "I": return padded(hour12, 2, padding)
    case "p": return time.hours < 12 ? "AM" : "PM"
    case "M": return padded(time.minutes, 2, padding)
    case "S": return padded(time.seconds, 2, padding)
    case "L": return padded(time.milliseconds, 3, padding)
    case "f": return padded(time.milliseconds, 3, padding) + "000"
    case "j": return padded(time.dayOfYear, 3, padding)
    case "q": return String(time.month / 3 + 1)
    case "U": return padded(time.weekOfYear, 2, padding)
    case "W": return padded((time.dayOfYear + 6 - (time.weekday + 6) % 7) / 7, 2, padding)
    case "V", "g", "G": return padded(time.weekOfYear, 2, padding)
    case "u": return String(time.weekday == 0 ? 7 : time.weekday)
    case "w": return String(time.weekday)
    case "Q": return String(Int(instant))
    case "s": return String(Int((instant / 1000).rounded(.down)))
    case "Z": return "+0000"
    case "x": return "\(time.month + 1)/\(time.day)/\(time.year)"
    case "X": return "\(hour12):\(padded(time.minutes, 2, nil)):\(padded(time.seconds, 2, nil)) \(time.hours < 12 ? "AM" : "PM")"
    case "c":
      return "\(time.month + 1)/\(time.day)/\(time.year), \(hour12):\(padded(time.minutes, 2, nil)):\(padded(time.seconds, 2, nil)) \(time.hours < 12 ? "AM" : "PM")"
    default: return "%"
    }
  }

  // MARK: Reading

  /// The instant that a text says in this format; NaN if it does not fit.
  func parse(_ text: String) -> Double {
    var scanner = DigitScanner(Array(text.utf8))
    var time = CivilTime(year: 1900)
    var isAfternoon: Bool?
    var instant: Double?
    var index = 0
    while index < pattern.count {
      let character = pattern[index]
      index += 1
      guard character == "%", index < pattern.count else {
        guard let scalar = character.unicodeScalars.first, scanner.accept(scalar) else { return .nan }
        continue
      }
      if "-_0".contains(pattern[index]), index + 1 < pattern.count { index += 1 }
      let directive = pattern[index]
      index += 1
      switch directive {
      case "p":
        guard let half = scanner.word(["AM", "PM"]) else { return .nan }
        isAfternoon = half == 1
      case "Q", "s":
        guard let number = scanner.digits(1...15) else { return .nan }
        instant = Double(number) * (directive == "s" ? 1000 : 1)
      default: if !Self.read(directive, &scanner, &time) { return .nan }
      }
    }
    guard scanner.isAtEnd else { return .nan }
    if let isAfternoon { time.hours = time.hours % 12 + (isAfternoon ? 12 : 0) }
    return instant ?? time.instant
  }

  private static func read(_ directive: Character, _ scanner: inout DigitScanner, _ time: inout CivilTime) -> Bool {
    func field(_ counts: ClosedRange<Int>, _ scanner: inout DigitScanner) -> Int? {
      scanner.skipBlanks()
      return scanner.digits(counts)
    }
    switch directive {
    case "Y": if let value = field(1...4, &scanner) { time.year = value; return true }
    case "y": if let value = field(1...2, &scanner) { time.year = value + (value > 68 ? 1900 : 2000); return true }
    case "m": if let value = field(1...2, &scanner) { time.month = value - 1; return true }
    case "d", "e": if let value = field(1...2, &scanner) { time.day = value; return true }
    case "j": if let value = field(1...3, &scanner) { (time.month, time.day) = (0, value); return true }
    case "H", "I": if let value = field(1...2, &scanner) { time.hours = value; return true }
    case "M": if let value = field(1...2, &scanner) { time.minutes = value; return true }
    case "S": if let value = field(1...2, &scanner) { time.seconds = value; return true }
    case "L": if let value = field(1...3, &scanner) { time.milliseconds = value; return true }
    case "f": if let value = field(1...6, &scanner) { time.milliseconds = value / 1000; return true }
    case "q": if let value = field(1...1, &scanner) { time.month = 3 * (value - 1); return true }
    case "B": if let month = scanner.word(monthNames) { time.month = month; return true }
    case "b": if let month = scanner.word(monthNames.map { String($0.prefix(3)) }) { time.month = month; return true }
    case "A": return scanner.word(dayNames) != nil
    case "a": return scanner.word(dayNames.map { String($0.prefix(3)) }) != nil
    case "Z":
      if scanner.accept("Z") { return true }
      return (scanner.accept("+") || scanner.accept("-")) && scanner.digits(2) != nil && (scanner.accept(":") || true) && scanner.digits(2) != nil
    case "%": return scanner.accept("%")
    default: break
    }
    return false
  }
}
