/// How much a query may do. Steps are those of SQLite's virtual machine, so that the limit is the same on every machine.
package struct QueryLimits: Sendable, Hashable {
  package var rows: Int
  package var steps: Int

  package init(rows: Int, steps: Int) {
    self.rows = rows
    self.steps = steps
  }

  package static let standard = QueryLimits(rows: 2_000_000, steps: 1_000_000_000)
}
