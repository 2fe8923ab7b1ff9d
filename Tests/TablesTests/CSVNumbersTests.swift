import Testing

@testable import Tables

/// The quick way to read numbers gives what the general one gives, bit for bit.
@Suite struct CSVNumbersTests {
  static let cells = [
    "0", "-0", "7", "-12", "+3", "007", "0.5", "-0.0", ".5", "5.", "1e3", "1E-3", "-2.5e+10", "1e", "e5", "1e+", "--1", "1.2.3", "1e400", "1e-400", "4.9e-324",
    "0.1", "123456789012345", "1234567890123456", "9007199254740993", "9223372036854775807", "9223372036854775808", "0.30000000000000004", "1.7976931348623157e308",
    "3.141592653589793238", "1e22", "1e23", "123456789012345e22", "0.000001", "00.5", "-.25", "nan", "NaN", "inf", "-inf", "Infinity", "true", "x", " 1", "1 ", "1_0", "٣",
    "0e0", "-0e5", "2e-22", "2e-23", "\u{2212}1",
  ]

  @Test(arguments: cells) func oneCellReadsAsByItsText(_ cell: String) {
    for others in [[], ["1"], ["0.25"], ["word"], [""]] {
      let lines = [cell] + others
      let read = CSV.read(Array(("a,b\n" + lines.map { $0 + ",x\n" }.joined()).utf8), path: "t.csv").table
      let expected = CSV.column("a", lines.map { $0.isEmpty ? nil : $0 })
      #expect(read.columns.first?.type == expected.type, "\(lines)")
      for row in lines.indices { #expect(read.columns[0][row].description == expected[row].description, "\(lines)") }
      if case .real(let a)? = read.columns.first?.storage, case .real(let b) = expected.storage {
        #expect(a.map(\.bitPattern) == b.map(\.bitPattern), "\(lines)")
      }
    }
  }

  @Test func manyNumbersKeepTheirBits() {
    var state: UInt64 = 7
    let numbers = (0..<4000).map { index -> Double in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let number = Double(Int64(bitPattern: state) >> Int64(index % 60)) / [1, 8, 1000, 1e9][index % 4]
      return index % 3 == 0 ? number * 1e-30 : number
    }
    let read = CSV.read(CSV.write(Table([Column("a", numbers)])), path: "t.csv").table
    guard case .real(let back)? = read.columns.first?.storage else { Issue.record("not real"); return }
    #expect(back.map(\.bitPattern) == numbers.map(\.bitPattern))
  }
}
