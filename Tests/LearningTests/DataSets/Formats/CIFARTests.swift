import Learning
import Testing

@Suite struct CIFARTests {
  /// A record whose red, green and blue planes are ramps of different steps.
  private func record(_ labels: [UInt8], offset: Int = 0) -> [UInt8] {
    labels + (0..<3072).map { UInt8(truncatingIfNeeded: ($0 % 1024) * ($0 / 1024 + 1) + offset) }
  }

  @Test func planesBecomePixels() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(FileBytes(record([3]) + record([9], offset: 7), "test_batch.bin"))
    let images = try CIFAR10.read(FileBytes(path: path))
    #expect(images.labels == [3, 9] && images.classCount == 10)
    #expect(images.shape == ImageShape(height: 32, width: 32, channels: 3))
    #expect(CIFAR10.classNames[3] == "cat")
    for pixel in [0, 1, 31, 32, 500, 1023] {
      for channel in 0..<3 {
        let value = UInt8(truncatingIfNeeded: pixel * (channel + 1) + 7)
        #expect(images.image(1)[images.image(1).startIndex + 3 * pixel + channel] == Float(value) / 255)
      }
    }
  }

  @Test func filesFollowEachOther() throws {
    let files = [FileBytes(record([1])), FileBytes(record([2], offset: 1) + record([4])).compressed]
    let images = try CIFAR10.read(files)
    #expect(images.labels == [1, 2, 4])
    #expect(try images[1..<3] == CIFAR10.read(files[1]))
  }

  @Test func hundredClassesHaveTwoLabels() throws {
    let file = FileBytes(record([19, 99]) + record([0, 4], offset: 3))
    let fine = try CIFAR100.read(file)
    let coarse = try CIFAR100.read(file, labels: .coarse)
    #expect(fine.labels == [99, 4] && fine.classCount == 100)
    #expect(coarse.labels == [19, 0] && coarse.classCount == 20)
    #expect(fine.pixels == coarse.pixels)
    #expect(try fine.pixels == CIFAR10.read(FileBytes(record([1]) + record([1], offset: 3))).pixels)
  }

  @Test func wrongFilesAreNamed() {
    let cut = DataError.wrongSize(
      file: "sample", expected: "whole records of 3073 bytes (CIFAR-10, binary version)", found: 3072)
    #expect(throws: cut) { try CIFAR10.read(FileBytes(Array(record([3]).dropLast()))) }
    #expect("\(cut)" == "'sample' has 3072 bytes; expected whole records of 3073 bytes (CIFAR-10, binary version)")
    #expect(throws: DataError.self) { try CIFAR10.read(FileBytes(record([1, 2]))) }
    #expect(throws: DataError.self) { try CIFAR100.read(FileBytes(record([1]))) }
    #expect(throws: DataError.empty(file: "sample", expected: "records of 3073 bytes (CIFAR-10, binary version)")) {
      try CIFAR10.read(FileBytes([]))
    }
  }

  @Test func labelsBeyondTheClassesAreAnError() {
    let wrong = DataError.wrongValue(file: "sample", place: "record 1", expected: "a label of 0 to 9", found: "10")
    #expect(throws: wrong) { try CIFAR10.read(FileBytes(record([3]) + record([10]))) }
    #expect("\(wrong)" == "'sample', record 1: found 10; expected a label of 0 to 9")
    #expect(throws: DataError.self) { try CIFAR100.read(FileBytes(record([19, 100]))) }
    #expect(throws: DataError.self) { try CIFAR100.read(FileBytes(record([20, 99])), labels: .coarse) }
  }
}
