import Experiments
import NumericalCore
import Tables

extension BarronPathNorm {
  struct ConvexHullApproximation: Experiment {
    static let id = "barron-path-norm/convex-hull"
    static let summary =
      "Approximation of a function of the path-norm ball by m neurons, drawn independently or one a cell: where the entropy exponent comes from."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 5)
    static let tables = [
      TableSchema(
        "convex-hull", "One row a dimension, scheme and number of neurons.",
        [
          ColumnSchema("d", .integer, "dimension"),
          ColumnSchema("scheme", .text, "iid or stratified"),
          ColumnSchema("m", .integer, "number of neurons, $q^d$"),
          ColumnSchema("sq_error", .real, "variance over the repeats, averaged over 200 points"),
        ])
    ]

    @Parameter("Dimensions $d$.", range: .between(1, 6).counting(1...6), default: [1, 2, 3]) var d: [Int]
    @Parameter(
      "Cells $q$ along an axis; none stands for 8 to 128 ($d=1$), 3 to 16 ($d=2$), 2 to 8 (beyond).",
      range: .between(1, 10_000), default: [])
    var q: [Int]
    @Parameter("Repeats that the variance is taken over.", range: .between(2, 100_000), default: 40) var repeats: Int

    private static let points = 200
    private static let mostNeurons = 10_000_000

    func validate() -> [ParameterProblem] {
      guard let largest = q.max() else { return [] }
      for dimension in d where Elementary.log(Double(largest)) * Double(dimension) > Elementary.log(Double(Self.mostNeurons)) {
        return [.inconsistent("q", "gives \(largest)^\(dimension) neurons: at most \(Self.mostNeurons) are drawn")]
      }
      return []
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      for (index, dimension) in d.enumerated() {
        var random = context.random("points \(dimension)")
        let points = Matrix(rows: Self.points, columns: dimension) { _, _ in 2 * random.uniform() - 1 }
        for scheme in NeuronDraws.Scheme.allCases {
          for cells in q.isEmpty ? Self.defaultCells(dimension) : q {
            let draws = NeuronDraws(dimension: dimension, cells: cells, scheme: scheme)
            var source = context.random("neurons \(dimension) \(scheme.rawValue) \(cells)")
            var moments = [RunningVariance](repeating: RunningVariance(), count: Self.points)
            for _ in 0..<repeats {
              try context.checkCancellation()
              let values = draws.values(points, &source)
              for i in values.indices { moments[i].add(values[i]) }
            }
            let error = moments.reduce(0) { $0 + $1.variance } / Double(Self.points)
            table.append(.integer(dimension), .text(scheme.rawValue), .integer(draws.count), .real(error))
          }
        }
        context.report(Double(index + 1) / Double(d.count))
      }
      return ExperimentResult(["convex-hull": table.table])
    }

    private static func defaultCells(_ dimension: Int) -> [Int] {
      switch dimension {
      case 1: [8, 16, 32, 64, 128]
      case 2: [3, 4, 6, 8, 12, 16]
      default: [2, 3, 4, 6, 8]
      }
    }
  }
}
