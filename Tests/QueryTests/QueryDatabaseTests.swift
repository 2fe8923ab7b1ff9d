import Foundation
import Tables
import Testing

@testable import Query

@Suite struct QueryDatabaseTests {
  private func database() throws -> QueryDatabase {
    let database = try QueryDatabase()
    try database.load(
      Table([
        Column("seed", [0, 0, 0, 1, 1, 1]), Column("t", [1.0, 10, 100, 1, 10, 100]),
        Column("risk", [2.0, 0.2, 0.02, 4, 0.4, 0.04]), Column("method", ["a", "a", "a", "b", "b", "b"]),
      ]), as: "runs")
    return database
  }

  private func value(_ sql: String) throws -> Value { try database().query(sql).columns[0][0] }

  @Test func keepsTypesAndOrder() throws {
    let table = try database().query("SELECT seed, t, method FROM runs ORDER BY risk LIMIT 2")
    #expect(table.columnNames == ["seed", "t", "method"])
    #expect(table.columns.map(\.type) == [.integer, .real, .text])
    #expect(table["t"]?.numbers == [100, 100])
  }

  /// Tensors are nested lists; SQL passes them on, and takes them apart.
  @Test func elementsOfTensorsAreReached() throws {
    let database = try QueryDatabase()
    let cell = TensorCell(shape: [2, 2], values: [0, 0.5, 0.1, .nan])
    try database.load(Table([Column("image", [cell.text])]), as: "runs")
    let table = try database.query("SELECT image, json_extract(image, '$[1][0]') AS e, json_array_length(image) AS h FROM runs")
    #expect(table.row(0) == [.text(cell.text), .real(0.1), .integer(2)])
  }

  @Test func slopeOfAPowerLawIsItsExponent() throws {
    let slopes = try database().query("SELECT slope(ln(t), ln(risk)) AS s FROM runs GROUP BY seed")
    for slope in try #require(slopes["s"]).numbers { #expect(abs(slope + 1) < 1e-12) }
  }

  private static let statisticCases: [(String, Double)] = [
    ("mean(x)", 3.0), ("median(x)", 2.5), ("variance(x)", 14.0 / 3), ("sem(x)", 1.0801234497346435),
    ("quantile(x, 0.25)", 1.75), ("geomean(x)", 2.449489742783178), ("corr(x, y)", 1.0), ("intercept(x, y)", 1.0),
    ("kendall_tau(x, y)", 1.0), ("spearman(x, 0 - y)", -1.0),
    // Student's t with 3 degrees of freedom: 3.182446 standard errors of 1.080123.
    ("ci_low(x)", -0.4374348818589082),
  ]

  @Test(arguments: statisticCases)
  func statistics(_ expression: String, _ expected: Double) throws {
    let database = try QueryDatabase()
    try database.load(Table([Column("x", [1.0, 2, 3, 6, .nan]), Column("y", [3.0, 5, 7, 13, 0])]), as: "v")
    let got = try #require(try database.query("SELECT \(expression) FROM v").columns[0][0].number)
    #expect(abs(got - expected) < 1e-9, "\(expression) = \(got)")
  }

  @Test func tooFewRowsGiveNull() throws {
    #expect(try value("SELECT stddev(risk) FROM runs WHERE t = 1 AND seed = 0") == .null)
    #expect(try value("SELECT slope(t, risk) FROM runs WHERE t > 1e9") == .null)
  }

  @Test func notANumberIsNull() throws {
    let database = try QueryDatabase()
    try database.load(Table([Column("x", [Double.nan, .infinity])]), as: "v")
    #expect(try database.query("SELECT count(x), max(x) FROM v").row(0) == [.integer(1), .real(.infinity)])
  }

  private static let faultCases: [(String, QueryError.Kind, Int?)] = [
    ("SELECT risc FROM runs", .unknownColumn("risc", known: ["seed", "t", "risk", "method"]), 7),
    ("SELECT risk FROM rnus", .unknownTable("rnus", known: ["runs"]), nil),
    ("SELECT 1; SELECT 2", .severalStatements, 9), ("", .empty, nil), ("SELECT t, t FROM runs", .duplicateColumn("t"), nil),
  ]

  @Test(arguments: faultCases)
  func faults(_ sql: String, _ kind: QueryError.Kind, _ offset: Int?) throws {
    let database = try database()
    let error = #expect(throws: QueryError.self) { try database.query(sql) }
    #expect(error?.kind == kind)
    if let offset { #expect(error?.offset == offset) }
  }

  @Test func namesTheNearestFunction() throws {
    let database = try database()
    let error = #expect(throws: QueryError.self) { try database.query("SELECT medain(risk) FROM runs") }
    #expect(error?.diagnostic(at: nil).message == "unknown SQL function 'medain'; did you mean 'median'?")
  }

  @Test(arguments: [
    "DELETE FROM runs", "INSERT INTO runs VALUES (1,1,1,1)", "UPDATE runs SET t = 0", "DROP TABLE runs", "CREATE TABLE x (a)",
    "ATTACH ':memory:' AS other", "PRAGMA journal_mode = WAL", "SELECT load_extension('x')", "BEGIN", "VACUUM",
  ])
  func onlyReads(_ sql: String) throws {
    let database = try database()
    #expect(throws: QueryError.self) { try database.query(sql) }
    #expect(try database.query("SELECT count(*) FROM runs").columns[0][0] == .integer(6))
  }

  @Test func endlessQueriesAreStopped() throws {
    let database = try QueryDatabase(limits: QueryLimits(rows: 100, steps: 2_000_000))
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"
    #expect(#expect(throws: QueryError.self) { try database.query(endless) }?.kind == .tooManySteps)
    let long = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    #expect(#expect(throws: QueryError.self) { try database.query(long) }?.kind == .tooManyRows(limit: 100))
  }

  @Test func aggregatesOfTextAreRefused() throws {
    let database = try database()
    let error = #expect(throws: QueryError.self) { try database.query("SELECT mean(method) FROM runs") }
    #expect(error?.diagnostic(at: nil).message == "SQL: mean() of text 'a'")
  }

  @Test func reservedWordsServeAsNames() throws {
    let database = try QueryDatabase()
    try database.load(Table([Column("order", [1]), Column("a \"b\"", [2])]), as: "select")
    #expect(try database.query("SELECT \"order\" + \"a \"\"b\"\"\" FROM \"select\"").columns[0][0] == .integer(3))
  }

  @Test func theFileIsTheSameEveryTime() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reprise-query-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = [folder.appendingPathComponent("a'b.sqlite"), folder.appendingPathComponent("c.sqlite")]
    for file in files { try database().write(to: file.path) }
    #expect(try Data(contentsOf: files[0]) == Data(contentsOf: files[1]))
    #expect(try Data(contentsOf: files[0]).starts(with: Data("SQLite format 3".utf8)))
  }
}
