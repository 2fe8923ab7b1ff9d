import Learning
import NumericalCore
import Testing

@Suite struct BatchSequenceTests {
  private let random = RandomSource(seed: 3, stream: "batches")

  @Test func everyEpochHasEveryExampleOnce() {
    var batches = BatchSequence(count: 10, size: 4, sampling: .epochs(droppingLast: false), random: random)
    #expect(batches.batchesPerEpoch == 3)
    var orders: [[Int]] = []
    for epoch in 0..<3 {
      let epochBatches = (0..<3).map { _ in Array(batches.next()) }
      #expect(batches.epoch == epoch)
      #expect(epochBatches.map(\.count) == [4, 4, 2])
      orders.append(epochBatches.flatMap { $0 })
      #expect(orders[epoch].sorted() == Array(0..<10))
    }
    #expect(Set(orders).count == 3)
  }

  @Test func theRestCanBeDropped() {
    var batches = BatchSequence(count: 10, size: 4, random: random)
    #expect(batches.batchesPerEpoch == 2)
    let epochs = (0..<40).map { _ in Array(batches.next()) + Array(batches.next()) }
    #expect(batches.epoch == 39)
    #expect(epochs.allSatisfy { Set($0).count == 8 })
    // What is left out changes from epoch to epoch.
    #expect(Set(epochs.flatMap { $0 }) == Set(0..<10))
    var whole = BatchSequence(count: 4, size: 4, random: random)
    #expect((0..<5).allSatisfy { _ in whole.next().sorted() == [0, 1, 2, 3] })
  }

  @Test func anEpochDependsOnTheSourceAndItsNumberAlone() {
    var small = BatchSequence(count: 12, size: 3, random: random)
    var large = BatchSequence(count: 12, size: 6, random: random)
    let a = (0..<8).flatMap { _ in Array(small.next()) }
    let b = (0..<4).flatMap { _ in Array(large.next()) }
    #expect(a == b)
    var other = BatchSequence(count: 12, size: 6, random: RandomSource(seed: 4, stream: "batches"))
    #expect(Array(other.next()) != Array(b.prefix(6)))
  }

  @Test func withReplacementAllExamplesAreEquallyLikely() {
    var batches = BatchSequence(count: 5, size: 8, sampling: .withReplacement, random: random)
    #expect(batches.batchesPerEpoch == 1)
    var counts = [0, 0, 0, 0, 0]
    var hasRepetition = false
    for _ in 0..<5000 {
      let batch = batches.next()
      #expect(batch.count == 8)
      hasRepetition = hasRepetition || Set(batch).count < 8
      for index in batch { counts[index] += 1 }
    }
    #expect(hasRepetition)
    // 40 000 draws: 8000 each, standard deviation 80.
    #expect(counts.allSatisfy { abs($0 - 8000) < 320 })
    #expect(batches.epoch == 4999)
  }

  @Test func batchesOfWithReplacementAreNotRepeated() {
    var batches = BatchSequence(count: 1000, size: 4, sampling: .withReplacement, random: random)
    let all = (0..<500).map { _ in Array(batches.next()) }
    #expect(Set(all).count == 500)
  }

  @Test func rangesCoverAllExamplesInOrder() {
    #expect(BatchSequence.ranges(count: 7, size: 3) == [0..<3, 3..<6, 6..<7])
    #expect(BatchSequence.ranges(count: 0, size: 3).isEmpty)
  }
}
