import Testing

@testable import Digests

@Suite struct GeneratedDigestsTests {
  private static func digests(
    a: String = "a", b: String = "b", shared: String = "s", root: String = "r", core: String = "c", name: String = "A.swift"
  ) -> GeneratedDigests {
    let own = SourceTree(
      name: "Papers",
      files: [
        .init(path: "AllPapers.swift", contents: Array(root.utf8)), .init(path: "First/\(name)", contents: Array(a.utf8)),
        .init(path: "Second/Deep/B.swift", contents: Array(b.utf8)), .init(path: "Shared/S.swift", contents: Array(shared.utf8)),
      ])
    return GeneratedDigests(
      own: own, below: [SourceTree(name: "NumericalCore", files: [.init(path: "Core.swift", contents: Array(core.utf8))])])
  }

  private func changed(_ other: GeneratedDigests) -> [String] {
    let base = GeneratedDigestsTests.digests()
    return ["First", "Second"].filter { base.digest(folder: $0) != other.digest(folder: $0) }
      + (base.digest(folder: nil) != other.digest(folder: nil) ? ["whole"] : [])
  }

  @Test func anEditChangesItsFolderAlone() {
    #expect(changed(Self.digests()) == [])
    #expect(changed(Self.digests(a: "A")) == ["First", "whole"])
    #expect(changed(Self.digests(b: "B")) == ["Second", "whole"])
    #expect(changed(Self.digests(name: "Other.swift")) == ["First", "whole"])
    #expect(changed(Self.digests(root: "R")) == ["whole"])
  }

  @Test func anEditOfWhatAllUseChangesAll() {
    #expect(changed(Self.digests(shared: "S")) == ["First", "Second", "whole"])
    #expect(changed(Self.digests(core: "C")) == ["First", "Second", "whole"])
  }

  @Test func bytesCannotMoveBetweenFiles() {
    let one = SourceTree(name: "T", files: [.init(path: "a", contents: Array("xy".utf8)), .init(path: "b", contents: [])])
    let two = SourceTree(name: "T", files: [.init(path: "a", contents: Array("x".utf8)), .init(path: "b", contents: Array("y".utf8))])
    #expect(one.digest != two.digest)
  }

  @Test func orderOfFilesDoesNotMatter() {
    let base = Self.digests()
    let turned = GeneratedDigests(own: SourceTree(name: "Papers", files: base.own.files.reversed()), below: base.below)
    #expect(turned.swiftCode == base.swiftCode)
  }

  @Test func codeNamesFilesByFolder() {
    let base = Self.digests()
    #expect(base.swiftCode.contains("case \"A.swift\":\n      \"\(base.digest(folder: "First"))\""))
    #expect(base.swiftCode.contains("case \"B.swift\":\n      \"\(base.digest(folder: "Second"))\""))
    #expect(base.swiftCode.contains("default: \"\(base.digest(folder: nil))\""))
    #expect(!base.swiftCode.contains("AllPapers"))
  }
}
