import Testing

@testable import Diagnostics

@Suite struct NearestNamesTests {
  @Test(arguments: [
    ("titel", ["title"]), ("colour", ["color"]), ("xyzzy", []), ("", []), ("scal", ["scale"]), ("SCALE", ["scale"]), ("formt", ["format"]),
  ] as [(String, [String])])
  func nearest(name: String, expected: [String]) {
    #expect(NearestNames.of(name, in: ["title", "color", "scale", "format"]) == expected)
  }

  @Test func editDistances() {
    func distance(_ a: String, _ b: String) -> Int { NearestNames.editDistance(Array(a), Array(b)) }
    #expect(distance("", "abc") == 3 && distance("abc", "abc") == 0 && distance("abc", "acb") == 1 && distance("abc", "xyz") == 3)
    #expect(distance("kitten", "sitting") == 3)
  }

  @Test func unknownNames() {
    let one = Diagnostic.unknownName("RP0110", "key", "titel", known: ["title", "titles"])
    #expect(one.message == "unknown key 'titel'; did you mean 'title'?")
    #expect(one.notes.map(\.message) == ["also near: 'titles'"])
    let none = Diagnostic.unknownName("RP0110", "key", "zzz", known: ["b", "a"])
    #expect(none.message == "unknown key 'zzz'" && none.notes.map(\.message) == ["known: a, b"])
  }
}

@Suite struct SourceFileTests {
  @Test func positionsAndOffsets() {
    let file = SourceFile(path: "f", text: "é\nab\r\n\nc")
    #expect(file.lineCount == 4 && file.line(2) == "ab" && file.line(9) == "")
    for offset in 0...file.bytes.count { #expect(file.offset(of: file.position(at: offset)) == offset) }
    #expect(file.position(at: 3) == SourcePosition(line: 2, column: 1))
    #expect(file.range(ofLine: 1).end.column == 3)
    #expect(SourceFile(path: "f", bytes: [0xEF, 0xBB, 0xBF, 0x61]).text == "a")
  }
}
