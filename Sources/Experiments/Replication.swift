/// How an experiment is repeated.
public enum Replication: Sendable, Hashable {
  /// Deterministic: one run, no seed.
  case none
  /// One run a seed, by default seeds 0 up to the number given for the scale.
  case seeds(ScaleValues<Int>)
  /// One run a seed, and one run of what does not depend on the seed (`context.replicate` is `.shared`).
  case sharedAndSeeds(ScaleValues<Int>)

  public static func seeds(quick: Int, standard: Int, paper: Int) -> Replication {
    .seeds(ScaleValues(quick: quick, standard: standard, paper: paper))
  }

  public static func sharedAndSeeds(quick: Int, standard: Int, paper: Int) -> Replication {
    .sharedAndSeeds(ScaleValues(quick: quick, standard: standard, paper: paper))
  }

  /// Default number of seeds; nil for a deterministic experiment.
  public var defaultSeeds: ScaleValues<Int>? {
    switch self {
    case .none: nil
    case .seeds(let counts), .sharedAndSeeds(let counts): counts
    }
  }
}

/// Which run of an experiment this is.
public enum Replicate: Sendable, Hashable, Codable {
  /// The only run of a deterministic experiment.
  case single
  /// The part that all seeds share; `firstSeed` is the first of the seeds that are run, for showing one example.
  case shared(firstSeed: Int)
  case seed(Int)

  public var seed: Int? { if case .seed(let seed) = self { seed } else { nil } }
  public var isShared: Bool { if case .shared = self { true } else { false } }
}
