/// Roots.
enum RadicalCommands {
  static let commands: [String: MathCommand] = [
    "sqrt": { parser, token in
      let degree = parser.parseOptionalArgument()
      return .radical(parser.parseArgument(of: token), degree: degree.flatMap { $0.isEmpty ? nil : $0 })
    },
    "root": { parser, token in
      var degree: [MathNode] = []
      while !parser.isStop(parser.stream.peek()), parser.stream.peek().command != "of" {
        if let node = parser.parseAtom() { degree.append(node) }
      }
      if parser.stream.peek().command == "of" { parser.stream.take() }
      return .radical(parser.parseArgument(of: token), degree: degree)
    },
  ]
}
