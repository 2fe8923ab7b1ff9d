import Testing

@testable import Experiments

@Suite struct RegistryTests {
  private let registry = Registry([
    Paper(slug: "test", title: "Test", authors: ["A"], venue: "V", year: 2026, sourceDigest: "d", experiments: [Sample.self])
  ])

  @Test func experimentsAreFoundWithTheirPaper() {
    #expect(registry.experimentIDs == ["test/sample"])
    #expect(registry.lookup("test/sample")?.paper.slug == "test")
    #expect(registry.lookup("test/sample")?.experiment.summary == "A sample.")
    #expect(registry.lookup("sample") == nil)
  }

  @Test func replicationKnowsItsSeeds() {
    #expect(Replication.none.defaultSeeds == nil)
    #expect(Replication.seeds(quick: 1, standard: 2, paper: 3).defaultSeeds?[.paper] == 3)
    #expect(Replication.sharedAndSeeds(quick: 1, standard: 2, paper: 3).defaultSeeds?[.quick] == 1)
  }
}
