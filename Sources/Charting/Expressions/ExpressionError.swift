/// What is wrong with an expression, and at which byte of its text.
struct ExpressionError: Error, Equatable {
  var message: String
  var offset: Int
}
