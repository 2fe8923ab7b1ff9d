import Testing

@testable import Tables

@Suite struct TableEncodingTests {
  private func table(rows: Int, seed: Int) -> Table {
    let reals: [Double] = [0, -0.0, .nan, .infinity, -.infinity, .leastNormalMagnitude / 8, .pi, -1e300]
    let texts: [String?] = ["", nil, "a", "é漢😀", "long " + String(repeating: "x", count: 300), "\u{0}"]
    let indices = 0..<rows
    return Table([
      Column("n", .integer(indices.map { ($0 + seed) % 3 == 0 ? nil : ($0 % 2 == 0 ? Int.min : Int.max) &+ $0 })),
      Column("", .real(indices.map { reals[($0 * 5 + seed) % reals.count] })),
      Column("tüxt", .text(indices.map { texts[($0 + seed) % texts.count] })),
      Column("f", .boolean(indices.map { ($0 + seed) % 3 == 0 ? nil : $0 % 2 == 0 })),
    ])
  }

  @Test func roundTripOfAllSmallSizes() throws {
    for rows in 0...40 {
      for seed in 0..<6 {
        let table = table(rows: rows, seed: seed)
        #expect(try Table(decoding: table.encoded()) == table, "rows \(rows), seed \(seed)")
      }
    }
    #expect(try Table(decoding: Table([]).encoded()) == Table([]))
  }

  @Test func bitsOfRealsAreKept() throws {
    let table = Table([Column("x", [-0.0])])
    guard case .real(let cells) = try Table(decoding: table.encoded()).columns[0].storage else { return }
    #expect(cells[0].sign == .minus)
  }

  @Test func everyTruncationIsRefused() {
    let bytes = table(rows: 9, seed: 1).encoded()
    for count in 0..<bytes.count {
      #expect(throws: TableDecodingError.self, "first \(count) bytes") { try Table(decoding: Array(bytes[..<count])) }
    }
    #expect(throws: TableDecodingError.corrupt("bytes after the last column")) { try Table(decoding: bytes + [0]) }
  }

  @Test func otherFilesAndVersionsAreRefused() {
    #expect(throws: TableDecodingError.notATable) { try Table(decoding: Array("not a table".utf8)) }
    var bytes = table(rows: 1, seed: 0).encoded()
    bytes[7] = 2
    #expect(throws: TableDecodingError.version(2)) { try Table(decoding: bytes) }
  }

  @Test func mutatedBytesNeverTrap() {
    let bytes = table(rows: 12, seed: 2).encoded()
    for offset in bytes.indices {
      for value in [UInt8(0), 1, 127, 255] {
        var changed = bytes
        changed[offset] = value
        _ = try? Table(decoding: changed)
      }
    }
  }
}
