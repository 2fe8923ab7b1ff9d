/// What is known of a parameter without running anything: name, type, meaning, range and defaults.
public struct ParameterDefinition: Sendable {
  /// As in notebooks and on the command line, e.g. `step_size`.
  public var name: String
  public var help: String
  public var unit: String?
  public var typeName: String
  public var range: ParameterRange
  public var allowed: [String]?
  public var defaults: ScaleValues<ParameterLiteral>
  /// Reads a literal as the parameter's type; nil if it does not fit.
  let read: @Sendable (ParameterLiteral) -> (any ParameterValue)?
  /// The Swift property that holds it.
  var property = ""

  /// Checks a literal and brings it into the parameter's type (an integer for a number, a list for a single value).
  package func check(_ literal: ParameterLiteral) -> Result<any ParameterValue, ParameterProblem> {
    guard let value = read(literal) else {
      if let allowed, case .text(let text) = literal { return .failure(.notAllowed(name, text, allowed: allowed)) }
      return .failure(.wrongType(name, found: literal, expected: typeName))
    }
    if let message = range.problem(with: value.literal) { return .failure(.outOfRange(name, message)) }
    return .success(value)
  }
}
