import Testing

@testable import Charting

@Suite struct ExpressionTests {
  let frame = DataFrame([
    FrameColumn("x", [1, 2, .nan]), FrameColumn("name", texts: ["sgd", "gd", nil]), FrameColumn("a b", [4, 9, 16]),
  ])

  func numbers(_ text: String) throws -> [Double] {
    let vector = try ExpressionEvaluator(frame).evaluate(ExpressionParser.parse(text))
    return (0..<3).map(vector.number)
  }

  func texts(_ text: String) throws -> [String?] {
    let vector = try ExpressionEvaluator(frame).evaluate(ExpressionParser.parse(text))
    return (0..<3).map(vector.text)
  }

  @Test func readsArithmeticByPrecedence() throws {
    #expect(try numbers("1 + 2 * 3 ** 2 - -1")[0] == 20)
    #expect(try numbers("-2 ** 2")[0] == -4)
    #expect(try numbers("7 % 4 / 2")[0] == 1.5)
    #expect(try numbers("datum.x * 2 > 3 ? 10 : 20") == [20, 10, 20])
    #expect(try numbers("sqrt(datum['a b'])") == [2, 3, 4])
    #expect(try numbers("clamp(datum.x, 0, 1.5)")[1] == 1.5)
    #expect(try numbers("inrange(datum.x, [2, 3])") == [0, 1, 0])
    #expect(try numbers("indexof(['gd', 'sgd'], datum.name)") == [1, 0, -1])
    #expect(try numbers("log10(1e3) + PI - PI")[0] == 3)
    #expect(try numbers("round(2.5) + floor(-0.5)")[0] == 2)
  }

  @Test func readsTexts() throws {
    #expect(try texts("upper(datum.name) + '!'")[0] == "SGD!")
    #expect(try texts("datum.name == 'gd' ? 'a' : 'b'") == ["b", "a", "b"])
    #expect(try texts("format(1234.5, ',.1f')")[0] == "1,234.5")
    #expect(try texts("'n = ' + datum.x")[0] == "n = 1")
    #expect(try numbers("datum.name != null") == [1, 1, 0])
    #expect(try numbers("isValid(datum.x)") == [1, 1, 0])
  }

  static let faults: [(String, Int, String)] = [
    ("1 +", 3, "expected a value, found the end"), ("(1", 2, "expected ')', found the end"), ("datum.", 6, "expected a column's name after 'datum.', found the end"),
    ("sqr(2)", 0, "unknown function 'sqr'; did you mean 'sqrt'?"), ("x > 1", 0, "unknown name 'x'; a column is written datum.x"), ("'open", 0, "text without a closing quote"),
    ("1 @ 2", 2, "unexpected character '@'"), ("pow(1)", 0, "pow() takes 2 arguments, found 1"), ("1 2", 2, "unexpected '2.0'"),
  ]

  @Test(arguments: faults) func tellsWhereItWentWrong(_ text: String, _ offset: Int, _ message: String) {
    #expect(throws: ExpressionError(message: message, offset: offset)) { try ExpressionParser.parse(text) }
  }

  @Test func unknownColumnsHaveAPlace() {
    #expect(throws: ExpressionError(message: "unknown column 'nam'; did you mean 'name'?", offset: 6)) { try numbers("datum.nam == 'a'") }
  }

  @Test func neverCrashesOnMutations() {
    let seed = "if(datum.x >= 1e3 && !isNaN(datum['a b']), 'a' + \"b\", -2 ** .5)"
    var state: UInt64 = 1
    for _ in 0..<2000 {
      var bytes = Array(seed.utf8)
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int(state >> 33) % bytes.count] = UInt8(32 + (state >> 40) % 95)
      }
      _ = try? numbers(String(decoding: bytes, as: UTF8.self))
    }
    _ = try? numbers(String(repeating: "(", count: 100_000))
  }
}
