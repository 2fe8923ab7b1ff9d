/// A named column of a table.
public struct Column: Sendable, Equatable {
  /// The cells, stored by type. In a real column NaN means missing.
  public enum Storage: Sendable, Equatable {
    case integer([Int?])
    case real([Double])
    case text([String?])
    case boolean([Bool?])

    public static func == (a: Storage, b: Storage) -> Bool {
      switch (a, b) {
      case (.integer(let x), .integer(let y)): x == y
      case (.text(let x), .text(let y)): x == y
      case (.boolean(let x), .boolean(let y)): x == y
      case (.real(let x), .real(let y)):
        x.count == y.count && zip(x, y).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) }
      default: false
      }
    }
  }

  public var name: String
  public var storage: Storage

  public init(_ name: String, _ storage: Storage) {
    self.name = name
    self.storage = storage
  }

  public init(_ name: String, _ values: [Double]) { self.init(name, .real(values)) }
  public init(_ name: String, _ values: [Int]) { self.init(name, .integer(values)) }
  public init(_ name: String, _ values: [String]) { self.init(name, .text(values)) }
  public init(_ name: String, _ values: [Bool]) { self.init(name, .boolean(values)) }

  /// A column of a type from cells; an integer becomes real in a real column, anything else that does not fit is missing.
  public init(_ name: String, type: ColumnType, values: [Value]) {
    switch type {
    case .integer: self.init(name, .integer(values.map { if case .integer(let v) = $0 { v } else { nil } }))
    case .real: self.init(name, .real(values.map { $0.number ?? .nan }))
    case .text: self.init(name, .text(values.map { if case .text(let v) = $0 { v } else { nil } }))
    case .boolean: self.init(name, .boolean(values.map { if case .boolean(let v) = $0 { v } else { nil } }))
    }
  }

  public var type: ColumnType {
    switch storage {
    case .integer: .integer
    case .real: .real
    case .text: .text
    case .boolean: .boolean
    }
  }

  public var count: Int {
    switch storage {
    case .integer(let values): values.count
    case .real(let values): values.count
    case .text(let values): values.count
    case .boolean(let values): values.count
    }
  }

  public subscript(row: Int) -> Value {
    switch storage {
    case .integer(let values): values[row].map(Value.integer) ?? .null
    case .real(let values): values[row].isNaN ? .null : .real(values[row])
    case .text(let values): values[row].map(Value.text) ?? .null
    case .boolean(let values): values[row].map(Value.boolean) ?? .null
    }
  }

  public var values: [Value] { (0..<count).map { self[$0] } }

  /// The cells as numbers, NaN where missing or not a number.
  public var numbers: [Double] {
    switch storage {
    case .real(let values): values
    case .integer(let values): values.map { $0.map(Double.init) ?? .nan }
    case .boolean(let values): values.map { $0.map { $0 ? 1 : 0 } ?? .nan }
    case .text(let values): [Double](repeating: .nan, count: values.count)
    }
  }
}
