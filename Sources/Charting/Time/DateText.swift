/// Reads dates as they stand in tables.
enum DateText {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// Milliseconds since 1970, or NaN: ISO 8601, `2001/3/4`, `Mar 4 2001`, `4 March 2001`, each with or without a time.
  static func parse(_ text: String) -> Double {
    let bytes = Array(text.utf8)
    if let instant = iso(bytes) { return instant }
    return loose(text) ?? .nan
  }

  // MARK: ISO 8601

  private static func iso(_ bytes: [UInt8]) -> Double? {
    var scanner = DigitScanner(bytes)
    let isNegative = scanner.accept("-")
    guard let year = scanner.digits(isNegative || scanner.accept("+") ? 6 : 4) else { return nil }
    var time = CivilTime(year: isNegative ? -year : year)
    if scanner.accept("-") {
      guard let month = scanner.digits(2), (1...12).contains(month) else { return nil }
      time.month = month - 1
      if scanner.accept("-") {
        guard let day = scanner.digits(2), (1...31).contains(day) else { return nil }
        time.day = day
      }
    }
    if scanner.isAtEnd { return time.instant }
    guard scanner.accept("T") || scanner.accept(" ") else { return nil }
    guard let offset = clock(&scanner, &time), scanner.isAtEnd else { return nil }
    return time.instant - offset
  }

  /// - Returns: the offset of the zone in milliseconds.
  private static func clock(_ scanner: inout DigitScanner, _ time: inout CivilTime) -> Double? {
    guard let hours = scanner.digits(1...2), hours <= 24, scanner.accept(":"), let minutes = scanner.digits(2), minutes < 60 else { return nil }
    (time.hours, time.minutes) = (hours, minutes)
    if scanner.accept(":") {
      guard let seconds = scanner.digits(2), seconds < 61 else { return nil }
      time.seconds = seconds
      if scanner.accept(".") {
        let start = scanner.position
        guard let fraction = scanner.digits(1...9) else { return nil }
        var part = Double(fraction)
        for _ in 0..<(scanner.position - start) { part /= 10 }
        time.milliseconds = Int((part * 1000).rounded(.down))
      }
    }
    _ = scanner.accept(" ")
    if scanner.accept("P") || scanner.accept("p") {
      guard scanner.accept("M") || scanner.accept("m") else { return nil }
      time.hours = hours % 12 + 12
    } else if scanner.accept("A") || scanner.accept("a") {
      guard scanner.accept("M") || scanner.accept("m") else { return nil }
      time.hours = hours % 12
    }
    if scanner.accept("Z") { return 0 }
    for (sign, factor) in [("+", 1.0), ("-", -1.0)] where scanner.accept(sign) {
      guard let zoneHours = scanner.digits(2) else { return nil }
      _ = scanner.accept(":")
      let zoneMinutes = scanner.digits(2) ?? 0
      return factor * Double(zoneHours * 60 + zoneMinutes) * 60_000
    }
    return 0
  }

  // MARK: Other forms

  private static func loose(_ text: String) -> Double? {
    var time = CivilTime(year: 2001)
    var numbers: [Int] = []
    var hasMonth = false
    var offset = 0.0
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "/" || $0 == "-" })
    guard words.count >= 2 else { return nil }
    var isSlashed = text.contains("/") || text.contains("-")
    for (index, word) in words.enumerated() {
      if word.contains(":") {
        var scanner = DigitScanner(Array(words[index...].joined(separator: " ").utf8))
        guard let zone = clock(&scanner, &time) else { return nil }
        offset = zone
        break
      }
      let name = word.lowercased()
      if let number = Int(word) {
        numbers.append(number)
      } else if let month = months.firstIndex(where: { name.hasPrefix($0) }) {
        time.month = month
        hasMonth = true
        isSlashed = false
      } else if !["mon", "tue", "wed", "thu", "fri", "sat", "sun", "gmt", "utc", "z"].contains(where: { name.hasPrefix($0) }) {
        return nil
      }
    }
    guard place(numbers, hasMonth, isSlashed, &time) else { return nil }
    return time.instant - offset
  }

  /// Day and year beside a month's name; `year/month/day` or, with the year last, `month/day/year`.
  private static func place(_ numbers: [Int], _ hasMonth: Bool, _ isSlashed: Bool, _ time: inout CivilTime) -> Bool {
    func year(_ number: Int) -> Int { number < 50 ? 2000 + number : number < 100 ? 1900 + number : number }
    if hasMonth {
      if numbers.count == 1 {
        if numbers[0] > 31 { time.year = numbers[0] } else { time.day = numbers[0] }
        return true
      }
      guard numbers.count >= 2 else { return false }
      let isYearFirst = numbers[0] > 31
      time.day = isYearFirst ? numbers[1] : numbers[0]
      time.year = year(isYearFirst ? numbers[0] : numbers[1])
      return (1...31).contains(time.day)
    }
    guard isSlashed, numbers.count >= 2 else { return false }
    let isYearFirst = numbers[0] > 31
    let (month, day) = isYearFirst ? (numbers[1], numbers.count > 2 ? numbers[2] : 1) : (numbers[0], numbers[1])
    time.year = isYearFirst ? numbers[0] : numbers.count > 2 ? year(numbers[2]) : 2001
    guard (1...12).contains(month), (1...31).contains(day) else { return false }
    (time.month, time.day) = (month - 1, day)
    return true
  }
}

/// Reads digits and single characters from bytes.
struct DigitScanner {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position >= bytes.count }

  mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
    position += 1
    return true
  }

  mutating func accept(_ text: String) -> Bool { text.unicodeScalars.first.map { accept($0) } ?? false }

  mutating func digits(_ count: Int) -> Int? { digits(count...count) }

  mutating func digits(_ counts: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while position < bytes.count, count < counts.upperBound, (0x30...0x39).contains(bytes[position]) {
      value = value * 10 + Int(bytes[position] - 0x30)
      position += 1
      count += 1
    }
    return count >= counts.lowerBound ? value : nil
  }

  /// The next byte as a character.
  mutating func next() -> Character? {
    guard position < bytes.count else { return nil }
    position += 1
    return Character(Unicode.Scalar(bytes[position - 1]))
  }

  /// Accepts any of some words, without regard to case.
  mutating func word(_ words: [String]) -> Int? {
    for (index, word) in words.enumerated() {
      let wanted = Array(word.lowercased().utf8)
      guard position + wanted.count <= bytes.count else { continue }
      let found = bytes[position..<position + wanted.count].map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
      if found == wanted { position += wanted.count; return index }
    }
    return nil
  }

  mutating func skipBlanks() { while position < bytes.count, bytes[position] == 0x20 { position += 1 } }
}
