/// Names for parameters of experiments.
extension Initialisation {
  private static let named: [(name: String, value: Initialisation)] = [
    ("he-normal", .heNormal), ("he-uniform", .heUniform), ("lecun-normal", .leCunNormal),
    ("lecun-uniform", .leCunUniform), ("glorot-normal", .glorotNormal), ("glorot-uniform", .glorotUniform),
    ("fan-in-uniform", .fanInUniform), ("ntk", .neuralTangent), ("mean-field", .meanField),
    ("orthogonal", .orthogonal()), ("zeros", .zeros), ("ones", .ones),
  ]

  /// The names of the initialisations that need no number.
  public static var names: [String] { named.map(\.name) }

  /// The initialisation of a name; nil for one that is not in `names`.
  public init?(named name: String) {
    guard let found = Initialisation.named.first(where: { $0.name == name }) else { return nil }
    self = found.value
  }
}
