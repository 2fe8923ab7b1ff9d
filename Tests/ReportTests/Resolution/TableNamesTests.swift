import Testing

@testable import Report

@Suite struct TableNamesTests {
  @Test func namesStandAfterFromAndJoin() {
    #expect(TableNames.inQuery("SELECT runs.a, other FROM Runs AS r, \"tail\" JOIN x_y USING (seed) WHERE last = 'from z'") == ["runs", "r", "tail", "x_y"])
    #expect(TableNames.inQuery("SELECT max(a) FROM (SELECT a FROM inner_one) ORDER BY outer_one") == ["inner_one"])
    #expect(TableNames.inQuery("SELECT 1").isEmpty)
  }
}
