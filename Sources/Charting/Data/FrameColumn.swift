import Tables

/// A column of numbers, or of texts coded by their levels.
struct FrameColumn: Sendable, Equatable {
  enum NumberKind: Sendable, Equatable { case integer, real, boolean }

  enum Cells: Sendable, Equatable {
    /// NaN is missing.
    case numbers([Double], NumberKind)
    /// Indices into the levels, −1 is missing; levels stand in the order of their first appearance.
    case categories([Int32], levels: [String])
  }

  var name: String
  var cells: Cells

  init(_ name: String, _ cells: Cells) {
    self.name = name
    self.cells = cells
  }

  init(_ name: String, _ values: [Double], _ kind: NumberKind = .real) { self.init(name, .numbers(values, kind)) }

  init(_ name: String, texts: [String?]) {
    var levels: [String] = []
    var index: [String: Int32] = [:]
    var codes: [Int32] = []
    codes.reserveCapacity(texts.count)
    var last: String?
    var lastCode: Int32 = -1
    for text in texts {
      guard let text else { codes.append(-1); continue }
      if text != last {
        last = text
        if let code = index[text] {
          lastCode = code
        } else {
          lastCode = Int32(levels.count)
          index[text] = lastCode
          levels.append(text)
        }
      }
      codes.append(lastCode)
    }
    self.init(name, .categories(codes, levels: levels))
  }

  init(_ name: String, values: [Value]) {
    if values.contains(where: { if case .text = $0 { true } else { false } }) {
      self.init(name, texts: values.map { $0.isNull ? nil : $0.description })
      return
    }
    let isBoolean = values.contains { if case .boolean = $0 { true } else { false } } && values.allSatisfy { if case .boolean = $0 { true } else { $0.isNull } }
    let isInteger = values.allSatisfy { if case .integer = $0 { true } else { $0.isNull } }
    self.init(name, values.map { $0.number ?? .nan }, isBoolean ? .boolean : isInteger ? .integer : .real)
  }

  init(_ column: Column) {
    switch column.storage {
    case .integer: self.init(column.name, column.numbers, .integer)
    case .real(let values): self.init(column.name, values, .real)
    case .boolean: self.init(column.name, column.numbers, .boolean)
    case .text(let texts): self.init(column.name, texts: texts)
    }
  }

  var count: Int {
    switch cells {
    case .numbers(let values, _): values.count
    case .categories(let codes, _): codes.count
    }
  }

  var isInteger: Bool { if case .numbers(_, .integer) = cells { true } else { false } }

  var isText: Bool { if case .categories = cells { true } else { false } }

  /// Any cell that is not missing.
  var hasValues: Bool {
    switch cells {
    case .numbers(let values, _): values.contains { !$0.isNaN }
    case .categories(let codes, _): codes.contains { $0 >= 0 }
    }
  }

  /// The type that a channel takes from it: numbers are quantitative, texts and Booleans nominal.
  var fieldType: FieldType {
    switch cells {
    case .numbers(_, .boolean), .categories: .nominal
    case .numbers: .quantitative
    }
  }

  /// As numbers; text that reads as a number counts.
  var numbers: [Double] {
    switch cells {
    case .numbers(let values, _): return values
    case .categories(let codes, let levels):
      let parsed = levels.map { Double($0) ?? .nan }
      return codes.map { $0 < 0 ? .nan : parsed[Int($0)] }
    }
  }

  /// As numbers; text that reads as a date is milliseconds since 1970.
  var instants: [Double] {
    guard case .categories(let codes, let levels) = cells else { return numbers }
    // A text such as 1900 is a year, but 1325376000000 is none.
    let parsed = levels.map { text -> Double in
      let instant = DateText.parse(text)
      return instant.isNaN ? Self.number(text) : instant
    }
    return codes.map { $0 < 0 ? .nan : parsed[Int($0)] }
  }

  /// A number, or a date in milliseconds since 1970, as a text says it.
  static func number(_ text: String) -> Double { Double(text) ?? DateText.parse(text) }

  subscript(row: Int) -> Value {
    switch cells {
    case .numbers(let values, let kind): Self.value(values[row], kind)
    case .categories(let codes, let levels): codes[row] < 0 ? .null : .text(levels[Int(codes[row])])
    }
  }

  static func value(_ number: Double, _ kind: NumberKind) -> Value {
    if number.isNaN { return .null }
    switch kind {
    case .boolean: return .boolean(number != 0)
    case .integer where number == number.rounded() && abs(number) < 9e15: return .integer(Int(number))
    default: return .real(number)
    }
  }

  func selecting(_ rows: [Int]) -> FrameColumn {
    switch cells {
    case .numbers(let values, let kind): FrameColumn(name, .numbers(rows.map { values[$0] }, kind))
    case .categories(let codes, let levels): FrameColumn(name, .categories(rows.map { codes[$0] }, levels: levels))
    }
  }

  func renamed(_ name: String) -> FrameColumn { FrameColumn(name, cells) }

  /// Distinct values coded from 0 in the order of first appearance, −1 for missing.
  /// - Complexity: O(rows).
  func coded() -> (codes: [Int32], levels: [Value]) {
    switch cells {
    case .categories(let codes, let levels):
      return (codes, levels.map(Value.text))
    case .numbers(let values, let kind):
      var distinct = DistinctNumbers(values)
      let codes = values.map { distinct.code($0) }
      return (codes, distinct.numbers.map { Self.value($0, kind) })
    }
  }

  var column: Column {
    switch cells {
    case .categories(let codes, let levels): Column(name, .text(codes.map { $0 < 0 ? nil : levels[Int($0)] }))
    case .numbers(let values, .real): Column(name, .real(values))
    case .numbers(let values, .integer) where values.allSatisfy { $0.isNaN || ($0 == $0.rounded() && abs($0) < 9e15) }:
      Column(name, .integer(values.map { $0.isNaN ? nil : Int($0) }))
    case .numbers(let values, .integer): Column(name, .real(values))
    case .numbers(let values, .boolean): Column(name, .boolean(values.map { $0.isNaN ? nil : $0 != 0 }))
    }
  }
}
