/// Declares a parameter of an experiment.
///
///     @Parameter("Step size of the descent.", unit: "1/L", range: .positive, quick: 0.02, standard: 0.02, paper: 0.1)
///     var gamma: Double
///
/// The name in notebooks is that of the property in snake case (`stepSize` is `step_size`) unless `name` gives another.
@propertyWrapper
public struct Parameter<Value: ParameterValue>: Decodable, Sendable {
  public var wrappedValue: Value
  let definition: ParameterDefinition?

  /// - Parameters:
  ///   - help: what it is, in one phrase; may contain TeX between dollars.
  ///   - name: the name in notebooks where it is not the property's.
  ///   - unit: of measurement, where there is one.
  ///   - range: the numbers allowed; for a list, for each element.
  ///   - quick, standard, paper: the default at each scale.
  public init(
    _ help: String, name: String = "", unit: String? = nil, range: ParameterRange = .any, quick: Value, standard: Value,
    paper: Value
  ) {
    wrappedValue = standard
    definition = ParameterDefinition(
      name: name, help: help, unit: unit, typeName: Value.parameterTypeName, range: range, allowed: Value.allowedTexts,
      defaults: ScaleValues(quick: quick.literal, standard: standard.literal, paper: paper.literal),
      read: { Value(literal: $0) })
  }

  /// The same default at every scale.
  public init(
    _ help: String, name: String = "", unit: String? = nil, range: ParameterRange = .any, default value: Value
  ) {
    self.init(help, name: name, unit: unit, range: range, quick: value, standard: value, paper: value)
  }

  public init(from decoder: any Decoder) throws {
    definition = nil
    guard let source = decoder as? ParameterDecoder, let value = source.value as? Value else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a resolved parameter"))
    }
    wrappedValue = value
  }
}

/// A parameter wrapper of any type, for reading its definition by reflection.
protocol AnyParameter {
  var definition: ParameterDefinition? { get }
}

extension Parameter: AnyParameter {}
