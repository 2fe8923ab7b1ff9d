import Glibc

/// Runs cases one at a time and writes a JSON line for each, as the peers do.
struct Session {
  let benchmarks: [Benchmark]
  private var current: (name: String, work: () throws -> Double?)?

  init(_ benchmarks: [Benchmark]) { self.benchmarks = benchmarks }

  /// Times `repeats` runs after one that does not count, which is left out if the last call was for the same case.
  mutating func run(_ name: String, repeats: Int) throws -> String {
    guard let benchmark = benchmarks.first(where: { $0.name == name }) else {
      return #"{"name": "\#(name)", "missing": true}"#
    }
    if current?.name != name {
      // The old inputs go before the new ones come.
      current = nil
      let work = try benchmark.prepare()
      _ = try work()
      current = (name, work)
    }
    var seconds: [Double] = []
    var checksum: Double?
    for _ in 0..<repeats {
      let start = ProcessorTime.now
      checksum = try current?.work()
      seconds.append(ProcessorTime.now - start)
    }
    let result = checksum.map { $0.isFinite ? "\($0)" : "null" } ?? "null"
    return #"{"name": "\#(name)", "units": \#(benchmark.units), "seconds": \#(seconds), "checksum": \#(result)}"#
  }
}
