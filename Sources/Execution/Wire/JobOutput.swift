import Experiments
import Tables

/// What a job gave, and what it cost.
struct JobOutput: Sendable, Equatable {
  var seconds: Double
  var peakMemoryBytes: Int
  var result: ExperimentResult

  var encoded: [UInt8] {
    var writer = ByteWriter()
    writer.write(seconds)
    writer.write(peakMemoryBytes)
    writer.write(result.tables.count)
    for table in result.tables {
      writer.write(table.name)
      writer.write(table.table.encoded())
    }
    return writer.bytes
  }

  init(seconds: Double, peakMemoryBytes: Int, result: ExperimentResult) {
    self.seconds = seconds
    self.peakMemoryBytes = peakMemoryBytes
    self.result = result
  }

  init(decoding bytes: ArraySlice<UInt8>) throws {
    var reader = ByteReader(bytes)
    seconds = try reader.readDouble()
    peakMemoryBytes = try reader.readInt()
    var tables: [ExperimentResult.NamedTable] = []
    for _ in 0..<(try reader.readCount()) {
      let name = try reader.readText()
      tables.append(.init(name, try Table(decoding: Array(try reader.readBlock()))))
    }
    result = ExperimentResult(tables)
    guard reader.isAtEnd else { throw MalformedBytes(expectation: "the end") }
  }
}
