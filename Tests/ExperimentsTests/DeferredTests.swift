import Synchronization
import Testing

@testable import Experiments

@Suite struct DeferredTests {
  @Test func itIsMadeOnceAndWhenAskedFor() async {
    let calls = Mutex(0)
    let deferred = Deferred {
      calls.withLock { calls in
        calls += 1
        return calls
      }
    }
    #expect(calls.withLock { $0 } == 0)
    let values = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<20 { group.addTask { deferred.value } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(values == Array(repeating: 1, count: 20))
  }
}
