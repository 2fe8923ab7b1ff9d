/// A parsed expression.
indirect enum ExpressionNode: Sendable, Equatable {
  enum Unary: String, Sendable { case minus = "-", plus = "+", not = "!" }

  enum Binary: String, Sendable {
    case add = "+", subtract = "-", multiply = "*", divide = "/", remainder = "%", power = "**"
    case less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">=", equal = "==", notEqual = "!="
    case and = "&&", or = "||"

    /// Reads its operands as numbers, if they are no texts.
    var isArithmetic: Bool { ![.and, .or, .equal, .notEqual].contains(self) }
  }

  case number(Double)
  case text(String)
  case boolean(Bool)
  case null
  /// A column, and where it is named in the expression.
  case field(String, offset: Int)
  /// A free variable, such as the `x` of a function mark.
  case variable(String, offset: Int)
  case list([ExpressionNode])
  /// One part of a list or text.
  case element(ExpressionNode, ExpressionNode)
  case unary(Unary, ExpressionNode)
  case binary(Binary, ExpressionNode, ExpressionNode)
  case conditional(ExpressionNode, ExpressionNode, ExpressionNode)
  case call(ExpressionFunction, [ExpressionNode])

  /// Depends on the size of the plot.
  var readsSize: Bool {
    switch self {
    case .variable(let name, _): name == "width" || name == "height"
    case .number, .text, .boolean, .null, .field: false
    case .list(let nodes), .call(_, let nodes): nodes.contains(where: \.readsSize)
    case .unary(_, let node): node.readsSize
    case .binary(_, let a, let b), .element(let a, let b): a.readsSize || b.readsSize
    case .conditional(let a, let b, let c): a.readsSize || b.readsSize || c.readsSize
    }
  }

  /// The columns named anywhere in it.
  var fields: [(name: String, offset: Int)] {
    switch self {
    case .field(let name, let offset): [(name, offset)]
    case .number, .text, .boolean, .null, .variable: []
    case .list(let nodes), .call(_, let nodes): nodes.flatMap(\.fields)
    case .unary(_, let node): node.fields
    case .binary(_, let a, let b), .element(let a, let b): a.fields + b.fields
    case .conditional(let a, let b, let c): a.fields + b.fields + c.fields
    }
  }
}
