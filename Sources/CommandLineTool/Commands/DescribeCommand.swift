import ArgumentParser
import Diagnostics
import Experiments
import Tables

/// `reprise describe EXPERIMENT`
struct DescribeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "describe", abstract: "Show an experiment's parameters, ranges, defaults and tables.")

  @Argument(help: "The experiment, as in 'reprise list'.")
  var experiment: String

  @Option(help: "text or json.")
  var format = ListCommand.Format.text

  func run() throws {
    guard let (paper, description) = RepriseTool.registry.lookup(experiment) else {
      Console.report([.unknownName("RP0401", "experiment", experiment, known: RepriseTool.registry.experimentIDs)], sources: [])
      return try ExitStatus.usage.finish()
    }
    switch format {
    case .text: Console.write(text(description, of: paper))
    case .json: Console.write(json(description).text() + "\n")
    }
  }

  // MARK: - Text

  private func text(_ description: ExperimentDescription, of paper: Paper) -> String {
    var lines = [description.id, "  \(description.summary)", "  \(paper.title), \(paper.venue) \(paper.year)", "", "parameters"]
    let rows = description.parameters.map(row)
    let widths = (0..<5).map { column in rows.map { $0[column].count }.max() ?? 0 }
    for (cells, parameter) in zip(rows, description.parameters) {
      let padded = zip(cells, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      lines.append("  " + padded.joined(separator: "  ").trimmingEnd())
      lines.append("      \(parameter.help)" + (parameter.unit.map { " [\($0)]" } ?? ""))
    }
    if description.parameters.isEmpty { lines.append("  none") }
    let seeds = description.replication.defaultSeeds.map { "\($0.quick) (quick), \($0.standard) (standard), \($0.paper) (paper)" }
    lines += ["", "seeds", "  \(seeds ?? "deterministic")", "", "tables"]
    for table in description.tables {
      lines.append("  \(table.name)\(table.summary.isEmpty ? "" : ": \(table.summary)")")
      for column in columns(of: table, description) {
        lines.append("      \(column.name) (\(column.type.rawValue))\(column.help.isEmpty ? "" : ": \(column.help)")")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ parameter: ParameterDefinition) -> [String] {
    let values = parameter.defaults
    let isSame = values.quick == values.standard && values.standard == values.paper
    let defaults = isSame ? values.standard.displayText : Scale.allCases.map { "\($0.rawValue) \(values[$0].displayText)" }.joined(separator: ", ")
    return [parameter.name, parameter.typeName, parameter.range.description, "default \(defaults)", ""]
  }

  /// With the `seed` at the place where the runner puts it.
  private func columns(of table: TableSchema, _ description: ExperimentDescription) -> [ColumnSchema] {
    guard description.replication != .none, table.origin != .shared else { return table.columns }
    var columns = table.columns
    columns.insert(ColumnSchema("seed", .integer, "seed of the replicate"), at: min(table.seedIndex, columns.count))
    return columns
  }

  // MARK: - JSON

  private func json(_ description: ExperimentDescription) -> JSONValue {
    .object(pairs: [
      ("id", .string(description.id)), ("summary", .string(description.summary)),
      ("parameters", .array(description.parameters.map(json))),
      ("seeds", description.replication.defaultSeeds.map { seeds in scales { .integer(seeds[$0]) } } ?? .null),
      (
        "tables",
        .array(
          description.tables.map { table in
            .object(pairs: [
              ("name", .string(table.name)), ("summary", .string(table.summary)),
              (
                "columns",
                .array(
                  columns(of: table, description).map {
                    .object(pairs: [("name", .string($0.name)), ("type", .string($0.type.rawValue)), ("help", .string($0.help))])
                  })
              ),
            ])
          })
      ),
    ])
  }

  private func json(_ parameter: ParameterDefinition) -> JSONValue {
    .object(pairs: [
      ("name", .string(parameter.name)), ("type", .string(parameter.typeName)), ("help", .string(parameter.help)),
      ("unit", parameter.unit.map(JSONValue.string) ?? .null), ("range", .string(parameter.range.description)),
      ("minimum", parameter.range.lower.isFinite ? .number(parameter.range.lower) : .null),
      ("maximum", parameter.range.upper.isFinite ? .number(parameter.range.upper) : .null),
      ("allowed", parameter.allowed.map { .array($0.map(JSONValue.string)) } ?? .null),
      ("defaults", scales { parameter.defaults[$0].json }),
    ])
  }

  private func scales(_ value: (Scale) -> JSONValue) -> JSONValue {
    .object(pairs: Scale.allCases.map { ($0.rawValue, value($0)) })
  }
}
