import Experiments
import Foundation
import Tables
import Testing

@testable import Execution

@Suite struct ResultsStoreTests {
  private static let output = JobOutput(
    seconds: 1.5, peakMemoryBytes: 1 << 20,
    result: ExperimentResult([
      "all": Table([
        Column("i", .integer([1, nil, Int.min])), Column("x", [0.1, .nan, -.infinity]), Column("s", .text(["é\n", nil, ""])),
        Column("b", .boolean([true, false, nil])),
      ]), "empty": Table([]),
    ]))
  private static let key = JobKey([.init("experiment", "e"), .init("sources", "1"), .init("parameter n", "3")])

  private func file(_ folder: String, _ key: JobKey = ResultsStoreTests.key, _ suffix: String = "result") -> URL {
    URL(fileURLWithPath: "\(folder)/store/\(key.digest.prefix(2))/\(key.digest.dropFirst(2)).\(suffix)")
  }

  @Test func resultsAreKeptToTheBit() throws {
    try withFolder { folder in
      let store = ResultsStore(folder: folder + "/store")
      #expect(store.load(Self.key) == nil)
      #expect(!store.contains(Self.key))
      try store.save(Self.output.encoded, for: Self.key)
      #expect(store.contains(Self.key))
      #expect(store.load(Self.key) == Self.output)
      #expect(try String(contentsOf: file(folder, Self.key, "key"), encoding: .utf8) == Self.key.text)
      let names = try FileManager.default.contentsOfDirectory(atPath: file(folder).deletingLastPathComponent().path)
      #expect(names.count == 2, "no temporary file stays: \(names)")
    }
  }

  /// Every byte of a result flipped, and every shorter length: never believed, always removed.
  @Test func damageIsFound() throws {
    try withFolder { folder in
      let store = ResultsStore(folder: folder + "/store")
      try store.save(Self.output.encoded, for: Self.key)
      let sound = try Data(contentsOf: file(folder))
      for index in sound.indices {
        var damaged = sound
        damaged[index] ^= 1
        try damaged.write(to: file(folder))
        #expect(store.load(Self.key) == nil, "byte \(index)")
        #expect(!store.contains(Self.key))
      }
      for count in stride(from: 0, to: sound.count, by: 7) {
        try sound.prefix(count).write(to: file(folder))
        #expect(store.load(Self.key) == nil, "\(count) bytes")
      }
    }
  }

  @Test func aResultUnderAnotherNameIsNotBelieved() throws {
    try withFolder { folder in
      let store = ResultsStore(folder: folder + "/store")
      let other = JobKey([.init("experiment", "other")])
      try store.save(Self.output.encoded, for: Self.key)
      try store.save(Self.output.encoded, for: other)
      try Data(contentsOf: file(folder)).write(to: file(folder, other))
      #expect(store.load(other) == nil)
      #expect(store.load(Self.key) == Self.output)
    }
  }

  @Test func writersDoNotDisturbEachOther() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reprise-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = ResultsStore(folder: folder + "/store")
    await withTaskGroup(of: Bool.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for round in 0..<10 {
            let key = JobKey([.init("experiment", "e\(round % 3)")])
            guard (try? store.save(Self.output.encoded, for: key)) != nil, store.load(key) == Self.output else { return false }
          }
          return writer >= 0
        }
      }
      for await isSound in group { #expect(isSound) }
    }
    #expect(store.storedKeys().count == 3)
  }

  @Test func oldTemporaryFilesAreSwept() throws {
    try withFolder { folder in
      let store = ResultsStore(folder: folder + "/store")
      try store.save(Self.output.encoded, for: Self.key)
      let parent = file(folder).deletingLastPathComponent()
      let (old, new) = (parent.appendingPathComponent(".new-1-1"), parent.appendingPathComponent(".new-2-2"))
      for url in [old, new] { try Data("x".utf8).write(to: url) }
      try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -90_000)], ofItemAtPath: old.path)
      try store.save(Self.output.encoded, for: Self.key)
      #expect(!FileManager.default.fileExists(atPath: old.path))
      #expect(FileManager.default.fileExists(atPath: new.path))
    }
  }

  @Test func aFailedWriteLeavesNothingBehind() throws {
    try withFolder { folder in
      // A folder that is not empty stands where the result should go, so that renaming fails.
      try FileManager.default.createDirectory(atPath: folder + "/target/full", withIntermediateDirectories: true)
      #expect(throws: FileError.self) {
        try FileSystem.writeAtomically([[1, 2]], to: folder + "/target", in: folder, temporary: folder + "/.new-1")
      }
      #expect(FileSystem.names(in: folder) == ["target"])
    }
  }

  @Test func whatChangedIsSaid() throws {
    try withFolder { folder in
      let store = ResultsStore(folder: folder + "/store")
      let far = JobKey([.init("experiment", "e"), .init("sources", "0"), .init("parameter n", "9")])
      for key in [Self.key, far] { try store.save(Self.output.encoded, for: key) }
      let wanted = JobKey([.init("experiment", "e"), .init("sources", "2"), .init("parameter n", "3"), .init("data d", "5")])
      let stored = store.storedKeys()
      #expect(
        store.changes(to: wanted, among: stored) == [
          KeyChange(component: "sources", stored: "1", wanted: "2"), KeyChange(component: "data d", stored: nil, wanted: "5"),
        ])
      #expect(store.changes(to: Self.key, among: stored) == [])
      #expect(store.changes(to: JobKey([.init("experiment", "new")]), among: stored) == nil)
    }
  }
}
