import Tables
import Testing

@testable import Execution

@Suite struct TensorResultTests {
  /// From a worker process, and again from the store: the same shapes and numbers.
  @Test func tensorsComeBackFromWorkersAndTheStore() throws {
    try withFolder { folder in
      let store = ResultsStore(folder: folder + "/store")
      let plan = plan("test/pictures\nlabel: p")
      let first = executor(store).execute(plan)
      let second = executor(store).execute(plan)
      #expect(second.statistics.jobs.map(\.isCached) == [true])
      for result in [first, second] {
        let column = try #require(result["p"]?.tables.first?.table["image"])
        let cells = try column.values.map { try TensorCell($0.description) }
        #expect(cells.map(\.shape) == [[2, 3], [1, 2, 3]])
        #expect(column[0] == .text("[[0, 0.1, 0.2], [0.3, 0.33333334, null]]"))
        #expect(cells[0].values[4] == 0.33333334 && cells[0].values[5].isNaN && cells[1].values == [1, 0, 0, 0, 0.5, 1])
      }
    }
  }
}
