import Experiments
import Glibc
import NumericalCore
import Tables

/// The experiments that the tests of `Execution` run: sound ones, and every sort of faulty one.
public let testPapers = [
  Paper(
    slug: "test", title: "Test", authors: [], venue: "", year: 2026, sourceDigest: "digest",
    experiments: [Noise.self, Fault.self, Slow.self, Mixed.self, Wide.self, Checked.self, Pictures.self]),
  Paper(slug: "undated", title: "Undated", authors: [], venue: "", year: 2026, sourceDigest: "", experiments: [Undated.self]),
]

/// Random, with one table.
struct Noise: Experiment {
  static let id = "test/noise"
  static let summary = "Sums of normal numbers."
  static let replication = Replication.seeds(quick: 2, standard: 3, paper: 4)
  static let tables = [
    TableSchema("sums", "Sums.", [ColumnSchema("t", .integer, "Time."), ColumnSchema("value", .real, "Sum.")], seedIndex: 1)
  ]
  @Parameter("Number of rows.", range: .atLeast(1), quick: 2, standard: 3, paper: 4) var n: Int
  @Parameter("Factor.", range: .positive, default: 1) var factor: Double
  @Parameter("Horizon.", name: "T", range: .positive, default: 1) var horizon: Double

  func run(in context: RunContext) throws -> ExperimentResult {
    var random = context.random("noise")
    var table = TableBuilder(Noise.tables[0].columns)
    for t in 0..<n {
      table.append(.integer(t), .real(factor * Double(random.next() >> 40)))
      context.report(Double(t + 1) / Double(n))
    }
    return ExperimentResult(["sums": table.table])
  }
}

enum FaultKind: String, ParameterChoice {
  case none, index, precondition, trap, error, loop, memory, exit, quit, segmentation, missing, wrongType, noTable, nan, print
}

/// Deterministic; does what its kind says.
struct Fault: Experiment {
  static let id = "test/fault"
  static let summary = "Goes wrong."
  static let tables = [TableSchema("result", "A number.", [ColumnSchema("x", .real), ColumnSchema("y", .real)])]
  @Parameter("What happens.", default: FaultKind.none) var kind: FaultKind
  @Parameter("Megabytes to take.", default: 400) var megabytes: Int

  struct Misfortune: Error, CustomStringConvertible { var description: String }

  func run(in context: RunContext) throws -> ExperimentResult {
    var columns = [Column("x", [1.0, 2.0]), Column("y", [3.0, 4.0])]
    switch kind {
    case .none: break
    case .index: columns.append(columns[columns.count + megabytes])
    case .precondition: precondition(megabytes < 0, "megabytes are positive")
    case .trap: fatalError("a shape is wrong")
    case .error: throw Misfortune(description: "the loss is infinite at step 3")
    case .loop: while !columns.isEmpty { usleep(1000) }
    case .memory:
      var blocks: [[Double]] = []
      for _ in 0..<megabytes { blocks.append([Double](repeating: 1, count: 125_000)) }
      columns = [Column("x", [Double(blocks.count)]), Column("y", [0.0])]
    case .exit: Glibc.exit(7)
    case .quit: Glibc._exit(0)
    case .segmentation: columns.append(Column("z", [UnsafePointer<Int>(bitPattern: 8)?.pointee ?? 0]))
    case .missing: columns.removeLast()
    case .wrongType: columns[1] = Column("y", ["a", "b"])
    case .noTable: return ExperimentResult([ExperimentResult.NamedTable]())
    case .nan: columns[1] = Column("y", [Double.nan, .infinity])
    case .print: print("hello from the worker")
    }
    return ExperimentResult(["result": Table(columns)])
  }
}

/// Takes its time.
struct Slow: Experiment {
  static let id = "test/slow"
  static let summary = "Sleeps."
  static let replication = Replication.seeds(quick: 2, standard: 2, paper: 2)
  static let tables = [TableSchema("result", "The process.", [ColumnSchema("slept", .real)])]
  @Parameter("Seconds to sleep.", range: .nonNegative, default: 0.1) var seconds: Double

  func run(in context: RunContext) throws -> ExperimentResult {
    usleep(UInt32(seconds * 1e6))
    return ExperimentResult(["result": Table([Column("slept", [seconds])])])
  }
}

/// Several tables, with a part that the seeds share.
struct Mixed: Experiment {
  static let id = "test/mixed"
  static let summary = "Shares a part."
  static let replication = Replication.sharedAndSeeds(quick: 2, standard: 2, paper: 2)
  static let tables = [
    TableSchema("trajectory", "By seed.", [ColumnSchema("t", .integer), ColumnSchema("value", .real)], seedIndex: 2),
    TableSchema("limit", "For all.", [ColumnSchema("value", .real)], origin: .shared),
    TableSchema("all", "Both.", [ColumnSchema("value", .real)], origin: .both),
  ]
  @Parameter("Level.", default: 1) var level: Double

  func run(in context: RunContext) throws -> ExperimentResult {
    let value = Double(context.replicate.seed ?? -1)
    let all = Table([Column("value", [value])])
    if context.replicate.isShared { return ExperimentResult(["limit": Table([Column("value", [level])]), "all": all]) }
    return ExperimentResult(["trajectory": Table([Column("t", [0, 1]), Column("value", [level, value])]), "all": all])
  }
}

/// Parameters of every type, and a file.
struct Wide: Experiment {
  static let id = "test/wide"
  static let summary = "Has parameters of every type."
  static let tables = [TableSchema("echo", "What was given.", [ColumnSchema("text", .text), ColumnSchema("n", .integer)])]
  @Parameter("A whole number.", range: .atLeast(1), default: 1) var n: Int
  @Parameter("A number.", unit: "1/L", range: .strictlyBetween(0, 1), default: 0.5) var stepSize: Double
  @Parameter("A flag.", default: false) var flag: Bool
  @Parameter("A text.", default: "") var file: String
  @Parameter("A list.", range: .positive.counting(1...3), default: [1.0, 2.0]) var levels: [Double]
  @Parameter("A choice.", default: FaultKind.none) var kind: FaultKind

  var dataFiles: [String] { file.isEmpty ? [] : [file] }

  func run(in context: RunContext) throws -> ExperimentResult {
    let text = file.isEmpty ? "none" : String(decoding: try context.data(file), as: UTF8.self)
    return ExperimentResult(["echo": Table([Column("text", [text]), Column("n", [n])])])
  }
}

/// Parameters that must fit together.
struct Checked: Experiment {
  static let id = "test/checked"
  static let summary = "Demands n < d."
  static let tables = [TableSchema("result", "Difference.", [ColumnSchema("gap", .integer), ColumnSchema("n", .integer)])]
  @Parameter("Samples.", default: 1) var n: Int
  @Parameter("Dimensions.", default: 10) var d: Int

  func validate() -> [ParameterProblem] { n < d ? [] : [.inconsistent("n", "\(n) is not below d = \(d)")] }
  func run(in context: RunContext) throws -> ExperimentResult {
    // At d = 99 the column does not hold the parameter of its name.
    ExperimentResult(["result": Table([Column("gap", [d - n]), Column("n", [d == 99 ? 0 : n])])])
  }
}

/// Of a paper without a digest of its sources.
struct Undated: Experiment {
  static let id = "undated/one"
  static let summary = "Is one."
  static let tables = [TableSchema("result", "One.", [ColumnSchema("x", .integer)])]
  func run(in context: RunContext) throws -> ExperimentResult { ExperimentResult(["result": Table([Column("x", [1])])]) }
}
