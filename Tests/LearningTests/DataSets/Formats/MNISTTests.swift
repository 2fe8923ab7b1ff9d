import Learning
import Testing

@Suite struct MNISTTests {
  private let images = FileBytes(
    [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0, 3] + (0..<12).map { UInt8($0 * 20) }, "images")
  private let labels = FileBytes([0, 0, 8, 1, 0, 0, 0, 2, 7, 0], "labels")

  @Test func imagesAndLabelsAreRead() throws {
    let folder = try TemporaryFolder()
    let set = try MNIST.read(
      images: FileBytes(path: folder.write(images)), labels: FileBytes(path: folder.write(labels)))
    #expect(set.shape == ImageShape(height: 2, width: 3, channels: 1))
    #expect(set.labels == [7, 0])
    #expect(set.pixels == (0..<12).map { Float($0 * 20) / 255 })
    #expect(try MNIST.read(images: images.compressed, labels: labels.compressed) == set)
  }

  @Test func everyCutFileIsAnError() {
    for part in images.prefixes { #expect(throws: DataError.self) { try MNIST.read(images: part, labels: labels) } }
    for part in labels.prefixes { #expect(throws: DataError.self) { try MNIST.read(images: images, labels: part) } }
    #expect(throws: DataError.truncated(file: "images", offset: 16, expected: 12, found: 11)) {
      try MNIST.read(images: FileBytes(Array(images.bytes.dropLast()), "images"), labels: labels)
    }
    #expect(
      "\(DataError.truncated(file: "images", offset: 16, expected: 12, found: 11))"
        == "'images' ends early: expected 12 more bytes after byte 16, found 11")
  }

  @Test func mistakesAreNamed() {
    let swapped = DataError.wrongStart(
      file: "labels", expected: "00 00 08 03 (IDX, unsigned bytes, 3 dimensions)", found: "00 00 08 01")
    #expect(throws: swapped) { try MNIST.read(images: labels, labels: images) }
    #expect(
      "\(swapped)" == "'labels' begins with 00 00 08 01; expected 00 00 08 03 (IDX, unsigned bytes, 3 dimensions)")
    #expect(throws: DataError.wrongSize(file: "images", expected: "28 for the shape (2, 2, 3)", found: 29)) {
      try MNIST.read(images: FileBytes(images.bytes + [0], "images"), labels: labels)
    }
    #expect(throws: DataError.unequalCounts(file: "images", count: 2, other: "one", otherCount: 1)) {
      try MNIST.read(images: images, labels: FileBytes([0, 0, 8, 1, 0, 0, 0, 1, 7], "one"))
    }
    #expect(throws: DataError.wrongValue(file: "labels", place: "label 1", expected: "0 to 9", found: "10")) {
      try MNIST.read(images: images, labels: FileBytes([0, 0, 8, 1, 0, 0, 0, 2, 7, 10], "labels"))
    }
    #expect(throws: DataError.self) {
      try MNIST.read(images: FileBytes([0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 3]), labels: labels)
    }
  }

  @Test func sizesThatOverflowAreTruncated() {
    let huge = FileBytes([0, 0, 8, 3] + [UInt8](repeating: 0xFF, count: 12))
    #expect(throws: DataError.truncated(file: "sample", offset: 16, expected: Int.max, found: 0)) {
      try MNIST.read(images: huge, labels: labels)
    }
  }
}
