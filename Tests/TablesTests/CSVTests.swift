import Diagnostics
import Testing

@testable import Tables

@Suite struct CSVTests {
  private func read(_ text: String, delimiter: UInt8 = CSV.comma) -> (table: Table, diagnostics: [Diagnostic]) {
    CSV.read(Array(text.utf8), path: "t.csv", delimiter: delimiter)
  }

  private func describe(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.message)" }
  }

  @Test func writesEveryType() {
    let table = Table([
      Column("n", .integer([1, nil, -3])), Column("x", .real([0.1, .nan, 1e300])), Column("t", .text(["a,b", nil, ""])),
      Column("f", .boolean([true, nil, false])), Column("q\"", .text(["\"", "two\nlines", " pad"])),
    ])
    #expect(CSV.text(table) == """
      n,x,t,f,"q""\"
      1,0.1,"a,b",true,""\"\"
      ,,,,"two
      lines"
      -3,1e+300,"",false," pad"

      """)
  }

  @Test func wholeRealsKeepTheirPoint() {
    #expect(CSV.text(Table([Column("x", [3.0, -0.0, 1e16, .infinity])])) == "x\n3.0\n-0.0\n1e+16\ninf\n")
  }

  @Test func findsTypes() {
    let (table, diagnostics) = read("a,b,c,d,e,f\n1,1.5,true,x,007,\n-2,3,false,,1,\n,inf,,\"\",2,\n")
    #expect(diagnostics.isEmpty)
    #expect(table.columns.map(\.type) == [.integer, .real, .boolean, .text, .text, .text])
    #expect(table["d"]?.storage == .text(["x", nil, ""]))
    #expect(table["b"]?.numbers == [1.5, 3, .infinity])
  }

  @Test func quotesAndLineEnds() {
    let (table, diagnostics) = read("\u{FEFF}a,b\r\n\"x\"\"y\",\"1\r\n2\"\r\n\r\nz,\"q\"")
    #expect(diagnostics.isEmpty)
    #expect(table["a"]?.storage == .text(["x\"y", "z"]))
    #expect(table["b"]?.storage == .text(["1\r\n2", "q"]))
  }

  @Test func tabs() {
    let (table, _) = read("a\tb\n1\tx,y\n", delimiter: CSV.tab)
    #expect(table.columnNames == ["a", "b"] && table["b"]?.storage == .text(["x,y"]))
    #expect(CSV.text(table, delimiter: CSV.tab) == "a\tb\n1\tx,y\n")
  }

  @Test func raggedRowsAreFilledOrCut() {
    let (table, diagnostics) = read("a,b\n1\n1,2,3\n4,5\n")
    #expect(describe(diagnostics) == ["2:1 this row has 1 cell, the header 2", "3:1 this row has 3 cells, the header 2"])
    #expect(table["b"]?.storage == .integer([nil, 2, 5]))
  }

  @Test func mistakes() {
    #expect(describe(read("").diagnostics) == ["1:1 the file is empty; expected a header with the names of the columns"])
    #expect(describe(read("a,a,\n1,2,3\n").diagnostics) == ["1:1 the column 'a' is given twice"])
    #expect(read("a,a,\n1,2,3\n").table.columnNames == ["a", "a_2", "column3"])
    #expect(describe(read("a,b\n1,\"x\n").diagnostics) == ["2:3 the quote opened here is not closed", "2:1 this row has 2 cells, the header 2"].prefix(1) + [])
    #expect(describe(read("a,b\n\"x\"y,1\n").diagnostics) == ["2:4 expected the end of the cell after the closing quote"])
    let (_, faults) = CSV.read([0x61, 0x0A, 0xFF, 0x0A], path: "t.csv")
    #expect(describe(faults) == ["2:1 a byte here is not UTF-8"])
  }

  /// What is written is read back, for tables of all small sizes and of awkward cells.
  @Test func roundTrip() {
    let texts: [String?] = ["plain", nil, "", "a,b", "\"", "\n", "ü", " x ", "'", "\r\n", "x\ty"]
    for rows in 1...8 {
      for shift in 0..<texts.count {
        let cells = (0..<rows).map { texts[($0 * 3 + shift) % texts.count] } + ["word"]
        let table = Table([
          Column("t", .text(cells)), Column("n", .integer((0...rows).map { $0 == 1 ? nil : $0 * 7 - 20 })),
          Column("x", .real((0...rows).map { $0 == 0 ? .nan : 1 / Double($0) + 0.5 })), Column("f", .boolean((0...rows).map { $0 == 2 ? nil : $0 % 2 == 0 })),
        ])
        for delimiter in [CSV.comma, CSV.tab] {
          let (back, diagnostics) = CSV.read(CSV.write(table, delimiter: delimiter), path: "t.csv", delimiter: delimiter)
          #expect(diagnostics.isEmpty && back == table, "rows \(rows), shift \(shift)")
        }
      }
    }
  }
}
