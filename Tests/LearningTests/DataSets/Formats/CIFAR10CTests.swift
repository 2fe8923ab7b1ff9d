import Learning
import Testing

@Suite struct CIFAR10CTests {
  private func file(_ type: String, _ shape: [Int], _ body: [UInt8], _ name: String) -> FileBytes {
    let sizes = shape.map { "\($0)," }.joined(separator: " ")
    let header = "{'descr': '\(type)', 'fortran_order': False, 'shape': (\(sizes)), }\n"
    return FileBytes(
      [0x93] + Array("NUMPY".utf8) + [1, 0, UInt8(header.utf8.count), 0] + Array(header.utf8) + body, name)
  }

  /// Ten images, two a severity; image n begins with the byte n.
  private var images: FileBytes {
    file(
      "|u1", [10, 32, 32, 3], (0..<10).flatMap { n in (0..<3072).map { UInt8(truncatingIfNeeded: n + $0) } }, "fog.npy")
  }
  private var labels: FileBytes {
    file("<i8", [10], (0..<10).flatMap { n in [UInt8(n), 0, 0, 0, 0, 0, 0, 0] }, "labels.npy")
  }

  @Test func severitiesAreCutOut() throws {
    let third = try CIFAR10C.read(images: images, labels: labels, severity: 3)
    #expect(third.count == 2 && third.labels == [4, 5])
    #expect(Array(third.image(1).prefix(4)) == [5, 6, 7, 8].map { Float($0) / 255 })
    #expect(try CIFAR10C.read(images: images, labels: labels, severity: 5).labels == [8, 9])
    let byteLabels = file("|u1", [10], (0..<10).map { UInt8($0) }, "labels.npy")
    #expect(try CIFAR10C.read(images: images, labels: byteLabels, severity: 3) == third)
    #expect(CIFAR10C.corruptions.count == 15)
  }

  @Test func mistakesAreNamed() {
    #expect(throws: DataError.wrongValue(file: "fog.npy", place: "severity", expected: "1 to 5", found: "6")) {
      try CIFAR10C.read(images: images, labels: labels, severity: 6)
    }
    let wrong = DataError.wrongShape(
      file: "fog.npy", expected: "(50000, 32, 32, 3), five severities one after the other", found: [10, 3, 32, 32])
    #expect(throws: wrong) {
      try CIFAR10C.read(
        images: file("|u1", [10, 3, 32, 32], [UInt8](repeating: 0, count: 30720), "fog.npy"), labels: labels,
        severity: 1)
    }
    #expect(
      "\(wrong)"
        == "the array in 'fog.npy' has the shape (10, 3, 32, 32); expected (50000, 32, 32, 3), five severities one after the other"
    )
    #expect(throws: DataError.unequalCounts(file: "fog.npy", count: 10, other: "labels.npy", otherCount: 2)) {
      try CIFAR10C.read(images: images, labels: file("|u1", [2], [1, 2], "labels.npy"), severity: 1)
    }
    #expect(throws: DataError.wrongValue(file: "labels.npy", place: "label 3", expected: "0 to 9", found: "11")) {
      try CIFAR10C.read(
        images: images, labels: file("|u1", [10], [0, 0, 0, 11, 0, 0, 0, 0, 0, 0], "labels.npy"), severity: 2)
    }
    #expect(throws: DataError.self) { try CIFAR10C.read(images: labels, labels: labels, severity: 1) }
  }
}
