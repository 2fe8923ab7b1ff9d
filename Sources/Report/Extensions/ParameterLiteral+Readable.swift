import Experiments

extension ParameterLiteral {
  /// The value as its author may have written it; numbers of many digits, such as thirds, with five. The exact one is in the tables.
  var readableText: String {
    switch self {
    case .real(let value) where displayText.count > 8: ReadableNumber.text(value, digits: 5)
    case .list(let values): "[" + values.map(\.readableText).joined(separator: ", ") + "]"
    default: displayText
    }
  }
}
