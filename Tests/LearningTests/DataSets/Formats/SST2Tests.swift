import Learning
import Testing

@Suite struct SST2Tests {
  @Test func sentencesAndLabelsAreRead() throws {
    let folder = try TemporaryFolder()
    let file = FileBytes(
      text: "sentence\tlabel\nit 's a charming film . \t1\r\nhollow ,  na\u{EF}ve \t0\n\n", "dev.tsv")
    let set = try SST2.read(FileBytes(path: folder.write(file)))
    #expect(set.sentences == ["it 's a charming film .", "hollow ,  na\u{EF}ve"])
    #expect(set.labels == [1, 0] && set.classNames == ["negative", "positive"])
    #expect(try SST2.sentences(file) == set.sentences)
    #expect(try SST2.read(FileBytes(text: "label\tsentence\n1\ta film", "x.tsv")).sentences == ["a film"])
  }

  @Test func testFilesHaveSentencesOnly() throws {
    let file = FileBytes(text: "index\tsentence\n0\tuneasy mishmash of styles . \n1\t \n", "test.tsv")
    #expect(try SST2.sentences(file) == ["uneasy mishmash of styles .", ""])
    let error = DataError.unknownColumn(file: "test.tsv", name: "label", known: ["index", "sentence"])
    #expect(throws: error) { try SST2.read(file) }
    #expect("\(error)" == "'test.tsv': unknown column 'label'; known: index, sentence")
  }

  @Test func wrongLinesAreNumbered() {
    #expect(
      throws: DataError.wrongValue(file: "sample", place: "line 3", expected: "2 fields between tabs", found: "1")
    ) {
      try SST2.read(FileBytes(text: "sentence\tlabel\na film\t1\nanother film\n"))
    }
    #expect(throws: DataError.wrongValue(file: "sample", place: "line 2", expected: "the label 0 or 1", found: "'2'")) {
      try SST2.read(FileBytes(text: "sentence\tlabel\na film\t2\n"))
    }
    #expect(
      throws: DataError.wrongValue(file: "sample", place: "line 2", expected: "text in UTF-8", found: "other bytes")
    ) {
      try SST2.read(FileBytes(Array("sentence\tlabel\n".utf8) + [0xFF, 0x09, 0x31]))
    }
    #expect(
      throws: DataError.wrongValue(file: "sample", place: "line 2", expected: "2 fields between tabs", found: "1")
    ) {
      try SST2.read(FileBytes(text: "sentence\tlabel\n\na film\t1\n"))
    }
    #expect(throws: DataError.self) { try SST2.read(FileBytes(text: "\n\n")) }
    #expect(throws: DataError.self) { try SST2.read(FileBytes([])) }
  }
}
