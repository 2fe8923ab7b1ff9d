import Testing

@testable import Tables

@Suite struct TensorCellTests {
  @Test func shapesTravelWithTheirNumbers() throws {
    let cases: [(shape: [Int], values: [Double], text: String)] = [
      ([3], [1, 2.5, -1e-9], "[1, 2.5, -1e-09]"), ([2, 2], [0, 0.1, 1, 1e300], "[[0, 0.1], [1, 1e+300]]"),
      ([1, 2, 3], [1, 2, 3, 4, 5, 6], "[[[1, 2, 3], [4, 5, 6]]]"), ([2, 1, 2], [1, 2, 3, 4], "[[[1, 2]], [[3, 4]]]"), ([2, 1], [1, 2], "[[1], [2]]"),
    ]
    for (shape, values, text) in cases {
      let cell = TensorCell(shape: shape, values: values)
      #expect(cell.text == text)
      #expect(try TensorCell(text) == cell)
    }
    #expect(TensorCell.text(of: [Float(0.1), 16_777_216], shape: [2]) == "[0.1, 16777216.0]")
    #expect(try TensorCell(" [[1,2],\n [3,4]] ").shape == [2, 2])
    #expect(try TensorCell("[]").shape == [0])
    #expect(TensorCell(shape: [32, 32, 3], values: [Double](repeating: 0, count: 3072)).shapeText == "32 × 32 × 3")
  }

  /// As in columns of real numbers, what is no number is missing.
  @Test func whatIsNotFiniteIsMissing() throws {
    let text = TensorCell(shape: [2, 2], values: [.nan, 1, .infinity, -.infinity]).text
    #expect(text == "[[null, 1], [null, null]]")
    let read = try TensorCell(text)
    #expect(read.values.map(\.isNaN) == [true, false, true, true] && read.values[1] == 1)
  }

  static let faults: [(String, TensorCell.Fault, String)] = [
    ("", .notAList, "is not a list of numbers"), ("3", .notAList, "is not a list of numbers"), ("[[1], [2]", .notAList, "is not a list of numbers"),
    ("[1] [2]", .notAList, "is not a list of numbers"), ("[1]]", .notAList, "is not a list of numbers"),
    ("[[1, 2], [3]]", .ragged(found: "a list of 1", beside: "lists of 2"), "is ragged: a list of 1 beside lists of 2"),
    ("[[[1], [2]], [[3]]]", .ragged(found: "a list of 1", beside: "lists of 2"), "is ragged: a list of 1 beside lists of 2"),
    ("[1, [2]]", .ragged(found: "a list", beside: "numbers"), "is ragged: a list beside numbers"),
    ("[[1], 2]", .ragged(found: "a number", beside: "lists"), "is ragged: a number beside lists"),
    ("[1, two]", .notANumber("two"), "has 'two' where a number should be"), ("[nan]", .notANumber("nan"), "has 'nan' where a number should be"),
  ]

  @Test(arguments: faults.indices) func whatIsNoTensorIsNamed(_ index: Int) {
    let (text, fault, words) = Self.faults[index]
    #expect(throws: fault) { try TensorCell(text) }
    #expect(fault.description == words)
  }

  /// Through a file of comma-separated values and back.
  @Test func tensorsSurviveCSV() throws {
    let cell = TensorCell(shape: [2, 2, 3], values: (0..<12).map { Double($0) / 7 })
    let table = Table([Column("name", ["a", "b"]), Column("image", [cell.text, TensorCell(shape: [1, 1], values: [3]).text])])
    let (read, _) = CSV.read(CSV.write(table), path: "t.csv")
    let column = try #require(read["image"])
    guard case .text(let text) = column[0] else { Issue.record("\(column[0])"); return }
    #expect(try TensorCell(text) == cell)
  }
}
