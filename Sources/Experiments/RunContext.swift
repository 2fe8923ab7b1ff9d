import Digests
import NumericalCore

/// What a run gets besides its parameters: which replicate it is, its random streams, progress and cancellation.
public struct RunContext: Sendable {
  public let scale: Scale
  public let replicate: Replicate
  /// Identifies the run for its random streams: notebook seed, experiment, parameters and replicate.
  let identity: String
  private let dataFolder: String
  private let dataFiles: [String]
  private let progress: @Sendable (Double) -> Void
  private let isCancelled: @Sendable () -> Bool

  /// - Parameters:
  ///   - notebookSeed: root of all randomness of a notebook.
  ///   - dataFolder: where the experiment's `dataFiles` lie.
  ///   - progress: called with the fraction done, at most as often as the experiment reports it.
  public init(
    experiment: String, parameters: ResolvedParameters, replicate: Replicate, scale: Scale, notebookSeed: Int = 0,
    dataFolder: String = "", dataFiles: [String] = [], progress: @escaping @Sendable (Double) -> Void = { _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.scale = scale
    self.replicate = replicate
    let seed =
      switch replicate {
      case .single: "single"
      case .shared(let first): "seed \(first)"
      case .seed(let seed): "seed \(seed)"
      }
    identity = "\(notebookSeed)\n\(experiment)\n\(parameters.canonicalText)\n\(seed)\n"
    self.dataFolder = dataFolder
    self.dataFiles = dataFiles
    self.progress = progress
    self.isCancelled = isCancelled
  }

  /// The random numbers of a named stream of this run: the same whatever else is drawn, in whatever order or process.
  ///
  /// The shared run has the streams of the first seed, so that it can show one example of the replicates.
  public func random(_ stream: String) -> RandomSource {
    let digest = SHA256.hex(identity + stream)
    return RandomSource(
      key: UInt64(digest.prefix(16), radix: 16) ?? 0, stream: UInt64(digest.dropFirst(16).prefix(16), radix: 16) ?? 0)
  }

  /// The bytes of one of the experiment's `dataFiles`.
  ///
  /// - Throws: an error that names the file if it is not among them or cannot be read.
  public func data(_ path: String) throws -> [UInt8] {
    guard dataFiles.contains(path) else { throw DataFile.Failure.notDeclared(path) }
    return try DataFile.read(path, in: dataFolder)
  }

  /// Says how much is done, from 0 to 1.
  public func report(_ fraction: Double) { progress(fraction) }

  /// Throws `CancellationError` if the run is no longer wanted.
  public func checkCancellation() throws {
    if isCancelled() { throw CancellationError() }
  }
}
