/// SQLite's own functions that queries over numbers use, for naming the nearest one.
enum SQLFunctions {
  static let names = [
    "abs", "acos", "asin", "atan", "atan2", "avg", "ceil", "coalesce", "cos", "count", "exp", "floor", "iif", "ifnull",
    "length", "ln", "log", "log10", "log2", "lower", "max", "min", "mod", "nullif", "pi", "pow", "power", "printf",
    "replace", "round", "sign", "sin", "sqrt", "substr", "sum", "tan", "tanh", "total", "trim", "typeof", "upper",
  ]
}
