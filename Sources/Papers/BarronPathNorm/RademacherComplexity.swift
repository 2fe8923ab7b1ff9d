import Experiments
import NumericalCore
import Tables

extension BarronPathNorm {
  struct RademacherComplexity: Experiment {
    static let id = "barron-path-norm/rademacher"
    static let summary = "The exact Rademacher complexity of the path-norm ball in the plane, whatever the width, beside its bound."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 5)
    static let tables = [
      TableSchema(
        "rademacher", "One row a number of points.",
        [
          ColumnSchema("n", .integer, "number of points"),
          ColumnSchema("rademacher", .real, "the complexity of the unit ball, averaged over sign vectors"),
          ColumnSchema("bound", .real, #"$2\sqrt{2\ln(2d)/n}$"#),
          ColumnSchema("ratio", .real, "the one over the other"),
        ])
    ]

    enum Signs: String, ParameterChoice { case random, all }

    @Parameter(
      "Numbers of points.", range: .between(1, 1_000_000).counting(1...100), quick: [25, 50, 100, 200, 400],
      standard: [25, 50, 100, 200, 400], paper: [25, 50, 100, 200, 400, 800, 1600, 3200, 6400])
    var n: [Int]
    @Parameter("Sign vectors drawn.", range: .between(1, 1_000_000), quick: 200, standard: 200, paper: 5000) var draws: Int
    @Parameter("Sign vectors: random, or all of them for at most 20 points.", default: .random) var signs: Signs
    @Parameter(
      "Points in the square as $x_{11},x_{12},x_{21},\\dots$ in place of random ones; none stands for uniform ones.",
      range: .between(-1, 1), default: [])
    var points: [Double]

    func validate() -> [ParameterProblem] {
      if points.count % 2 == 1 { return [.inconsistent("points", "has \(points.count) numbers: must be two for each point")] }
      let largest = points.isEmpty ? n.max() ?? 0 : points.count / 2
      if signs == .all && largest > 20 {
        return [.inconsistent("signs", "is all for \(largest) points: at most 20 points have few enough sign vectors")]
      }
      return []
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      for (index, count) in (points.isEmpty ? n : [points.count / 2]).enumerated() {
        var coordinates = points
        if coordinates.isEmpty {
          var random = context.random("points \(count)")
          coordinates = (0..<2 * count).map { _ in 2 * random.uniform() - 1 }
        }
        let neurons = PlaneNeurons((0..<count).map { (coordinates[2 * $0], coordinates[2 * $0 + 1]) })
        let complexity = try average(neurons, context)
        let bound = 2 * (2 * Elementary.log(4) / Double(count)).squareRoot()
        table.append(.integer(count), .real(complexity), .real(bound), .real(complexity / bound))
        context.report(Double(index + 1) / Double(n.count))
      }
      return ExperimentResult(["rademacher": table.table])
    }

    private func average(_ neurons: PlaneNeurons, _ context: RunContext) throws -> Double {
      var vector = [Double](repeating: 1, count: neurons.count)
      var random = context.random("signs \(neurons.count)")
      let total = signs == .all ? 1 << neurons.count : draws
      var sum = 0.0
      for draw in 0..<total {
        for index in vector.indices {
          vector[index] = signs == .all ? (draw >> index & 1 == 0 ? 1 : -1) : random.rademacher()
        }
        sum += vector.withUnsafeBufferPointer(neurons.supremum)
        if draw % 256 == 0 { try context.checkCancellation() }
      }
      return sum / Double(total)
    }
  }
}
