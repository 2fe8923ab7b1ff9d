import Diagnostics

/// Why the parameters given for an experiment cannot be used.
public enum ParameterProblem: Error, Sendable, Hashable {
  case unknown(String, known: [String])
  case wrongType(String, found: ParameterLiteral, expected: String)
  case notAllowed(String, String, allowed: [String])
  case outOfRange(String, String)
  /// Values that are fine one by one but not together; named by the parameter that is best changed.
  case inconsistent(String, String)

  /// The parameter that it is about.
  public var parameter: String {
    switch self {
    case .unknown(let name, _), .wrongType(let name, _, _), .notAllowed(let name, _, _), .outOfRange(let name, _),
      .inconsistent(let name, _):
      name
    }
  }

  /// Words the problem.
  public func diagnostic(experiment: String, at range: SourceRange? = nil) -> Diagnostic {
    switch self {
    case .unknown(let name, let known):
      return .unknownName("RP0402", "parameter", name, known: known, at: range)
    case .wrongType(let name, let found, let expected):
      return Diagnostic("RP0403", "parameter '\(name)' is \(found.typeDescription) '\(found.displayText)', expected \(expected)", at: range)
    case .notAllowed(let name, let text, let allowed):
      return .unknownName("RP0404", "value of parameter '\(name)':", text, known: allowed, at: range)
    case .outOfRange(let name, let message): return Diagnostic("RP0405", "parameter '\(name)': \(message)", at: range)
    case .inconsistent(let name, let message): return Diagnostic("RP0406", "parameter '\(name)': \(message)", at: range)
    }
  }
}
