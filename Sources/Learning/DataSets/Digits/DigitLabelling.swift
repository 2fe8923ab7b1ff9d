/// Two ways to make a question of ten digits one of two answers.
public enum DigitLabelling: String, Sendable, Hashable, Codable, CaseIterable {
  /// 1 for an even digit, −1 for an odd one.
  case parity
  /// 1 for a digit of at least five, −1 for a smaller one.
  case size

  /// 1 or −1.
  public func sign(of digit: Int) -> Int {
    switch self {
    case .parity: digit.isMultiple(of: 2) ? 1 : -1
    case .size: digit >= 5 ? 1 : -1
    }
  }
}
