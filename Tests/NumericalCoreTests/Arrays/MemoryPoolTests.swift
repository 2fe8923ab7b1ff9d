import Testing

@testable import NumericalCore

@Suite struct MemoryPoolTests {
  @Test func sizeClassesHoldTheirRequestsWithLittleWaste() {
    var previous = (index: 0, size: 0)
    for bytes in 1...20_000 {
      let found = MemoryPool.sizeClass(bytes)
      #expect(found.size >= bytes)
      #expect(found.size <= max(64, bytes + bytes / 4 + 64))
      #expect(found.size % 64 == 0)
      // One index a size, rising with it.
      #expect((found.index == previous.index) == (found.size == previous.size))
      #expect(found.index >= previous.index)
      previous = found
    }
    #expect(MemoryPool.sizeClass(1 << 40).index < 160)
  }

  @Test func aFreedBlockIsUsedAgain() {
    let pool = MemoryPool()
    let first = pool.allocate(1000)
    pool.recycle(first, 1000)
    let second = pool.allocate(1010)
    #expect(first == second)
    pool.recycle(second, 1010)
  }
}
