import Experiments
import Foundation
import Testing

@testable import Execution

@Suite struct JobKeyTests {
  private func key(
    experiment: String = "test/noise", source: String = "s", n: Int = 1, name: String = "n", replicate: Replicate = .seed(0),
    scale: Scale = .quick, seed: Int = 0, files: [JobKey.Component] = [], platform: NumericalPlatform = platform
  ) -> JobKey {
    JobKey(
      experiment: experiment, sourceDigest: source,
      parameters: ResolvedParameters(entries: [.init(name: "z", value: .real(0.5)), .init(name: name, value: .integer(n))]),
      replicate: replicate, scale: scale, notebookSeed: seed, files: files, platform: platform)
  }

  @Test func everythingThatMattersChangesTheKey() {
    var other = platform
    other.linearAlgebra = "OpenBLAS 2"
    let keys = [
      key(), key(experiment: "test/other"), key(source: "t"), key(n: 2), key(name: "m"), key(replicate: .seed(1)),
      key(replicate: .single), key(replicate: .shared(firstSeed: 0)), key(scale: .paper), key(seed: 1),
      key(files: [.init("a.csv", "1")]), key(files: [.init("a.csv", "2")]), key(platform: other),
    ]
    #expect(Set(keys.map(\.digest)).count == keys.count)
  }

  @Test func orderOfParametersDoesNotMatter() {
    let entries: [ResolvedParameters.Entry] = [.init(name: "a", value: .integer(1)), .init(name: "b", value: .integer(2))]
    let keys = [entries, entries.reversed()].map {
      JobKey(
        experiment: "e", sourceDigest: "s", parameters: ResolvedParameters(entries: $0), replicate: .single, scale: .quick,
        notebookSeed: 0, files: [], platform: platform)
    }
    #expect(keys[0] == keys[1])
  }

  @Test func proseLimitsAndLabelsDoNotMatter() {
    let a = plan("test/noise\nlabel: a\nn: 5\nfactor: 2")
    let b = plan("test/noise\nlabel: other\nfactor: 2.0\ntimeout: 5s\nmemory: 1GB\nn: 5")
    #expect(a.experiments[0].jobs.map(\.key) == b.experiments[0].jobs.map(\.key))
  }

  @Test func seedsAddedLeaveTheOthersAlone() {
    let few = plan("test/noise\nlabel: a\nseeds: 2").experiments[0].jobs.map(\.key.digest)
    let many = plan("test/noise\nlabel: a\nseeds: 4\nsweep: {n: [3, 4]}").experiments[0].jobs.map(\.key.digest)
    #expect(Array(many.prefix(2)) == few)
  }

  @Test func textIsReadBack() throws {
    let odd = JobKey([.init("parameter text", "\"a\nb\\n = \\\""), .init("x", "")])
    #expect(try #require(JobKey(text: odd.text)) == odd)
    #expect(try #require(JobKey(text: key().text)) == key())
    #expect(JobKey(text: "nonsense") == nil)
  }

  @Test func dataFilesCountByContent() throws {
    try withFolder { folder in
      let options = PlanOptions(dataFolder: folder)
      func digest(_ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/d.csv"))
        let plan = plan("test/wide\nlabel: a\nfile: d.csv", options: options)
        #expect(plan.diagnostics == [])
        return try #require(plan["a"]?.jobs.first).key.digest
      }
      let first = try digest("1")
      #expect(try digest("2") != first)
      #expect(try digest("1") == first)
    }
  }
}
