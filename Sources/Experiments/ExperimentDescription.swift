import Diagnostics

/// An experiment as data: what `describe` prints, and how it is made from parameters.
public struct ExperimentDescription: Sendable {
  public let id: String
  public let summary: String
  public let tables: [TableSchema]
  public let replication: Replication
  private let type: any Experiment.Type
  /// Made when asked for: reflection over every experiment would be most of the time a process takes to start.
  private let definitions: Deferred<[ParameterDefinition]>

  public init(_ type: any Experiment.Type) {
    id = type.id
    summary = type.summary
    tables = type.tables
    replication = type.replication
    self.type = type
    definitions = Deferred { ExperimentDescription.definitions(of: type) }
  }

  /// In the order of their declaration, the members of groups in their place.
  public var parameters: [ParameterDefinition] { definitions.value }

  private static func definitions(of type: any Experiment.Type) -> [ParameterDefinition] {
    let definitions = definitions(of: type.init(), path: [])
    var names: Set<String> = []
    for name in definitions.map(\.name) where !names.insert(name).inserted {
      trap("experiment '\(type.id)' declares the parameter '\(name)' twice")
    }
    return definitions
  }

  /// The parameters of a group in the order of their declaration, with those of the groups in it.
  private static func definitions(of group: any ParameterGroup, path: [String]) -> [ParameterDefinition] {
    Mirror(reflecting: group).children.flatMap { child -> [ParameterDefinition] in
      let property = String((child.label ?? "").drop { $0 == "_" })
      if let group = child.value as? any ParameterGroup { return definitions(of: group, path: path + [property]) }
      guard let parameter = child.value as? any AnyParameter, var definition = parameter.definition else { return [] }
      definition.property = ParameterDecoder.key(path + [property])
      if definition.name.isEmpty { definition.name = snakeCase(property) }
      return [definition]
    }
  }

  /// The last part of the id, e.g. `recovery`.
  public var name: String { String(id.split(separator: "/").last ?? "") }

  public func parameter(_ name: String) -> ParameterDefinition? { parameters.first { $0.name == name } }

  /// Checks what is given and fills the rest with the defaults of the scale.
  ///
  /// - Returns: the experiment ready to run with every parameter's value, or every problem found.
  public func resolve(
    _ given: [String: ParameterLiteral], scale: Scale
  ) -> Result<(experiment: any Experiment, parameters: ResolvedParameters), ParameterProblems> {
    var problems: [ParameterProblem] = given.keys.sorted().filter { parameter($0) == nil }
      .map { .unknown($0, known: parameters.map(\.name)) }
    var values: [String: any ParameterValue] = [:]
    var entries: [ResolvedParameters.Entry] = []
    for definition in parameters {
      switch definition.check(given[definition.name] ?? definition.defaults[scale]) {
      case .success(let value):
        values[definition.property] = value
        entries.append(.init(name: definition.name, value: value.literal))
      case .failure(let problem): problems.append(problem)
      }
    }
    guard problems.isEmpty else { return .failure(ParameterProblems(problems)) }
    do {
      let experiment = try type.init(from: ParameterDecoder(values: values))
      problems = experiment.validate()
      return problems.isEmpty
        ? .success((experiment, ResolvedParameters(entries: entries))) : .failure(ParameterProblems(problems))
    } catch { return .failure(ParameterProblems([.inconsistent(id, "cannot be made from its parameters: \(error)")])) }
  }

  /// `stepSize` → `step_size`; digits and capitals at the start stay.
  static func snakeCase(_ property: String) -> String {
    var name = ""
    for character in property {
      if character.isUppercase, !name.isEmpty { name.append("_") }
      name.append(character.lowercased())
    }
    return name
  }
}

/// One or more problems with the parameters of an experiment.
public struct ParameterProblems: Error, Sendable, Hashable {
  public let problems: [ParameterProblem]
  public init(_ problems: [ParameterProblem]) { self.problems = problems }
}
