import Experiments

/// What a worker is told to run.
struct JobRequest: Sendable, Hashable {
  var experiment: String
  var parameters: ResolvedParameters
  var replicate: Replicate
  var scale: Scale
  var notebookSeed: Int
  var memoryBytes: Int
  var dataFolder: String

  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.write(experiment)
    writer.write(parameters.entries.count)
    for entry in parameters.entries {
      writer.write(entry.name)
      writer.write(entry.value)
    }
    writer.write(replicate)
    writer.write(scale.rawValue)
    writer.write(notebookSeed)
    writer.write(memoryBytes)
    writer.write(dataFolder)
    return writer.bytes
  }

  init(_ job: Job, of experiment: PlannedExperiment) {
    self.experiment = experiment.experiment
    parameters = job.parameters
    replicate = job.replicate
    scale = experiment.scale
    notebookSeed = job.notebookSeed
    memoryBytes = experiment.memoryBytes
    dataFolder = experiment.dataFolder
  }

  init(decoding bytes: [UInt8]) throws(MalformedBytes) {
    var reader = ByteReader(bytes)
    experiment = try reader.readText()
    var entries: [ResolvedParameters.Entry] = []
    for _ in 0..<(try reader.readCount()) { entries.append(.init(name: try reader.readText(), value: try reader.readLiteral())) }
    parameters = ResolvedParameters(entries: entries)
    replicate = try reader.readReplicate()
    guard let scale = Scale(rawValue: try reader.readText()) else { throw MalformedBytes(expectation: "a scale") }
    self.scale = scale
    notebookSeed = try reader.readInt()
    memoryBytes = try reader.readInt()
    dataFolder = try reader.readText()
  }
}
