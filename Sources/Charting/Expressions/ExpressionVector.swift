import Tables

/// The values of an expression over all rows, or one value for all of them.
///
/// A missing number is NaN, a missing text nil.
enum ExpressionVector: Equatable {
  case number(Double)
  case numbers([Double])
  case boolean(Bool)
  case booleans([Bool])
  case text(String?)
  case texts([String?])

  var isText: Bool {
    switch self {
    case .text, .texts: true
    default: false
    }
  }

  var isBoolean: Bool {
    switch self {
    case .boolean, .booleans: true
    default: false
    }
  }

  var isConstant: Bool {
    switch self {
    case .number, .boolean, .text: true
    default: false
    }
  }

  /// The number of a row: text is read as a number, true and false are 1 and 0.
  func number(_ row: Int) -> Double {
    switch self {
    case .number(let value): value
    case .numbers(let values): values[row]
    case .boolean(let value): value ? 1 : 0
    case .booleans(let values): values[row] ? 1 : 0
    case .text(let text): text.map(FrameColumn.number) ?? .nan
    case .texts(let texts): texts[row].map(FrameColumn.number) ?? .nan
    }
  }

  func truth(_ row: Int) -> Bool {
    switch self {
    case .boolean(let value): value
    case .booleans(let values): values[row]
    case .text(let text): text.map { !$0.isEmpty } ?? false
    case .texts(let texts): texts[row].map { !$0.isEmpty } ?? false
    case .number, .numbers:
      { $0 != 0 && !$0.isNaN }(number(row))
    }
  }

  func text(_ row: Int) -> String? {
    switch self {
    case .text(let text): text
    case .texts(let texts): texts[row]
    case .boolean(let value): value ? "true" : "false"
    case .booleans(let values): values[row] ? "true" : "false"
    case .number, .numbers:
      { $0.isNaN ? nil : NumberFormat.shortest($0) }(number(row))
    }
  }

  func isMissing(_ row: Int) -> Bool {
    switch self {
    case .boolean, .booleans: false
    case .text(let text): text == nil
    case .texts(let texts): texts[row] == nil
    case .number, .numbers: number(row).isNaN
    }
  }
}

extension ExpressionVector {
  /// A constant.
  init(_ value: Value) {
    switch value {
    case .null: self = .text(nil)
    case .boolean(let flag): self = .boolean(flag)
    case .integer(let number): self = .number(Double(number))
    case .real(let number): self = .number(number)
    case .text(let text): self = .text(text)
    }
  }

  func value(_ row: Int) -> Value {
    if isMissing(row) { return .null }
    if isBoolean { return .boolean(truth(row)) }
    if isText { return .text(text(row) ?? "") }
    return .real(number(row))
  }
}
