import Testing

@testable import Learning

@Suite struct FileBytesTests {
  @Test func filesAreReadWhole() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    let path = try folder.write(FileBytes(bytes, "large.bin"))
    let source = try FileBytes(path: path)
    #expect(source.bytes == bytes && source.name == path)
  }

  @Test func missingFilesAndFoldersAreNamed() throws {
    let folder = try TemporaryFolder()
    #expect(throws: DataError.unreadable(file: folder.path + "/no.bin", reason: "No such file or directory")) {
      try FileBytes(path: folder.path + "/no.bin")
    }
    #expect(throws: DataError.unreadable(file: folder.path, reason: "Is a directory")) {
      try FileBytes(path: folder.path)
    }
    #expect("\(DataError.unreadable(file: "a.bin", reason: "Is a directory"))" == "cannot read 'a.bin': Is a directory")
  }
}

@Suite struct GzipTests {
  private let text = Array(String(repeating: "hello gzip ", count: 40).utf8)

  @Test func compressedFilesAreExpanded() throws {
    #expect(try Gzip.expand(FileBytes(base64: FormatSamples.gzip).bytes, file: "a.gz") == text)
    #expect(try Gzip.expand(FileBytes(text).compressed.bytes, file: "a.gz") == text)
    let large = (0..<900_000).map { UInt8(truncatingIfNeeded: $0 / 7 &* 13) }
    #expect(try Gzip.expand(FileBytes(large).compressed.bytes, file: "a.gz") == large)
  }

  @Test func membersFollowEachOther() throws {
    let member = FileBytes(text).compressed.bytes
    #expect(try Gzip.expand(member + member, file: "a.gz") == text + text)
  }

  @Test func damageIsAnError() throws {
    let member = FileBytes(text).compressed.bytes
    for count in 2..<member.count {
      #expect(throws: DataError.self) { try Gzip.expand(Array(member[..<count]), file: "a.gz") }
    }
    var wrongSum = member
    wrongSum[member.count - 8] ^= 1
    #expect(throws: DataError.self) { try Gzip.expand(wrongSum, file: "a.gz") }
    #expect(throws: DataError.corruptGzip(file: "a.gz", reason: "3 bytes follow its end")) {
      try Gzip.expand(member + [1, 2, 3], file: "a.gz")
    }
  }

  @Test func emptyFilesAreAnErrorBeforeAndAfterExpansion() {
    let expected = DataError.empty(file: "sample", expected: "something")
    #expect(throws: expected) { try FileBytes([]).expanded(expected: "something") }
    #expect(throws: expected) { try FileBytes([]).compressed.expanded(expected: "something") }
    #expect("\(expected)" == "'sample' is empty; expected something")
  }
}
