import Diagnostics
import Testing

@testable import Tables

@Suite struct JSONTests {
  @Test func writesInOrderWithShortNumbers() {
    let value = JSONValue.object(["b": 1, "a": [0.1, 3.0, true, nil, "q\"\\\n\u{1}é"], "c": .object([JSONValue.Member]())])
    #expect(value.text() == #"{"b":1,"a":[0.1,3,true,null,"q\"\\\n\u0001é"],"c":{}}"#)
    #expect(JSONValue.array([.number(.nan), .number(.infinity), .number(1e-7), .number(1e22)]).text() == "[null,null,1e-07,1e+22]")
  }

  @Test func indented() {
    let value = JSONValue.object(["a": [1, 2], "b": [.object(["x": 1])], "e": []])
    #expect(value.text(indented: true) == """
      {
        "a": [1, 2],
        "b": [
          {
            "x": 1
          }
        ],
        "e": []
      }

      """)
  }

  @Test(arguments: ["null", "true", "-1", "0", "1.5", "1e-07", "\"x\"", "[]", "{}", "[1,[2,{\"a\":null}]]", "\"\\u0001é\""])
  func readsBackWhatItWrites(text: String) throws {
    #expect(try JSONValue(parsing: Array(text.utf8)).text() == text)
  }

  @Test func escapes() throws {
    #expect(try JSONValue(parsing: Array(#""\u00e9\ud83d\ude00\/\b\ud800x""#.utf8)) == .string("é😀/\u{8}\u{FFFD}x"))
  }

  @Test(arguments: [
    ("", 0, "the text ends where a value is expected"), ("[1,]", 3, "expected a value"), ("{a:1}", 1, "expected a key in quotes"),
    ("[1 2]", 3, "expected ',' or ']'"), ("{\"a\" 1}", 5, "expected ':'"), ("01", 0, "a number cannot begin with 0"), ("1.", 2, "expected a digit"),
    ("\"x", 2, "the text ends within a string"), ("nul", 0, "expected a value"), ("1 2", 2, "expected the end of the text"),
    ("\"\\x\"", 2, "unknown escape"), ("-", 1, "expected a digit"),
  ])
  func mistakes(text: String, offset: Int, message: String) {
    do {
      _ = try JSONValue(parsing: Array(text.utf8))
      #expect(Bool(false), "\(text) was read")
    } catch { #expect(error == JSONError(message: message, offset: offset)) }
  }

  @Test func depthIsBounded() {
    #expect(throws: JSONError.self) { try JSONValue(parsing: [UInt8](repeating: UInt8(ascii: "["), count: 100_000)) }
  }

  @Test func recordsBecomeColumns() throws {
    let (table, diagnostics) = Table.readJSON(Array(#"[{"a":1,"b":"x"},{"b":2,"c":1.5},{"a":2,"c":1,"d":true,"e":[1]}]"#.utf8), path: "d.json")
    #expect(diagnostics.isEmpty)
    #expect(table.columns == [
      Column("a", .integer([1, nil, 2])), Column("b", .text(["x", "2", nil])), Column("c", .real([.nan, 1.5, 1])),
      Column("d", .boolean([nil, nil, true])), Column("e", .text([nil, nil, "[1]"])),
    ])
  }

  @Test func columnsAndRowsRoundTrip() throws {
    let table = Table([
      Column("n", .integer([1, nil])), Column("x", .real([0.5, .nan])), Column("t", .text(["", nil])), Column("f", .boolean([nil, false])),
    ])
    #expect(table.json.text() == #"{"columns":[{"name":"n","type":"integer"},{"name":"x","type":"real"},{"name":"t","type":"text"},{"name":"f","type":"boolean"}],"rows":[[1,0.5,"",null],[null,null,null,false]]}"#)
    #expect(Table.readJSON(table.json.encoded(), path: "d.json").table == table)
  }

  @Test func whatIsNoTable() {
    let broken = Table.readJSON(Array("[{\n \"a\": }]".utf8), path: "d.json").diagnostics
    #expect(broken.map { "\($0.range?.start.line ?? 0):\($0.range?.start.column ?? 0) \($0.code) \($0.message)" } == ["2:7 RP0015 expected a value"])
    #expect(Table.readJSON(Array("3".utf8), path: "d.json").diagnostics.map(\.code) == ["RP0016"])
  }
}
