import Experiments
import NumericalCore
import Tables

extension ContinuizedNesterov {
  struct GossipAveraging: Experiment {
    static let id = "continuized-nesterov/gossip"
    static let summary =
      "Simple and accelerated asynchronous gossip: rates against the number of nodes, and exact errors in time (the gossip theorem)."
    static let replication = Replication.sharedAndSeeds(quick: 1, standard: 1, paper: 1)
    static let tables = [
      TableSchema(
        "spectral", "The constants of each graph.",
        [
          ColumnSchema("graph", .text, "line, cycle, grid, complete or star"),
          ColumnSchema("n", .integer, "number of nodes"),
          ColumnSchema("mu", .real, #"$\mu=\lambda_2(\Lambda)$"#),
          ColumnSchema("rmax", .real, #"$R_{\max}$, the largest effective resistance of an edge"#),
          ColumnSchema("theta", .real, #"$\theta=\sqrt{\mu/(2R_{\max})}$"#),
          ColumnSchema("rate_simple", .real, #"$\mu/2$"#),
          ColumnSchema("rate_acc", .real, #"$\theta$"#),
          ColumnSchema("foster", .real, #"$\sum_eP_eR_e$, which is $n-1$"#),
        ], origin: .shared),
      TableSchema(
        "dynamics", "The mean square error of each method in time.",
        [
          ColumnSchema("graph", .text, "line, cycle, grid, complete or star"),
          ColumnSchema("n", .integer, "number of nodes"),
          ColumnSchema("method", .text, "simple or accelerated"),
          ColumnSchema("t", .real, "time, one activation of the whole network a unit on average"),
          ColumnSchema("err", .real, #"exact $\mathbb{E}\|x_t-\bar x\|^2$"#),
          ColumnSchema("bound", .real, "the theorem's bound"),
          ColumnSchema("mc_mean", .real, #"mean over simulated runs, up to $t=4/\theta$"#),
          ColumnSchema("mc_se", .real, "its standard error"),
        ], origin: .shared),
    ]

    @Parameter("Graphs: line, cycle, grid, complete, star.", range: .any.counting(1...100), default: [.line, .cycle, .grid, .complete])
    var graphs: [GossipGraph.Kind]
    @Parameter(
      "Nodes of each graph for the dynamics, or one number for all; none stands for `size`.",
      range: .between(2, 2000), default: [])
    var n: [Int]
    @Parameter(
      "Nodes of each graph where `n` is not given; a grid has the largest square up to it.", range: .between(4, 2000),
      quick: 16, standard: 30, paper: 225)
    var size: Int
    @Parameter(
      "Numbers of nodes for the spectral table, for all graphs; none stands for the first `spectral_count` of 8, 12, 16, 24, … (line, complete) and 9, 16, 25, … (grid).",
      range: .between(2, 2000), default: [])
    var spectralN: [Int]
    @Parameter(
      "How many sizes the spectral table has where `spectral_n` is not given.", range: .between(1, 10), quick: 4,
      standard: 6, paper: 9)
    var spectralCount: Int
    @Parameter(
      #"Times for the dynamics; none stands for $j/\theta$ of each graph, $j=1,\dots,8$."#, range: .positive, default: [])
    var times: [Double]
    @Parameter("Simulated runs of each method; 0 for none.", range: .nonNegative, quick: 400, standard: 500, paper: 40)
    var runs: Int
    @Parameter("Start, one value a node; none stands for 1 at the first node and 0 elsewhere.", default: []) var x0: [Double]

    /// The sizes of the spectral table.
    private static let sizes = [8, 12, 16, 24, 32, 48, 64, 96, 128, 192]
    private static let squares = [9, 16, 25, 36, 49, 64, 81, 100, 121, 144]
    /// The complete graph of more nodes has too many edges to be worth it.
    private static let largestComplete = 32

    func validate() -> [ParameterProblem] {
      var problems: [ParameterProblem] = []
      if Set(graphs).count != graphs.count { problems.append(.inconsistent("graphs", "names a graph twice")) }
      if n.count > 1 && n.count != graphs.count {
        problems.append(
          .inconsistent("n", "has \(n.count) elements: must have 1, or \(graphs.count) as `graphs` has"))
        return problems
      }
      for (kind, nodes) in zip(graphs, graphs.indices.map(nodes)) {
        if let problem = GossipGraph.problem(kind, nodes: nodes) { problems.append(.inconsistent("n", problem)) }
        if !x0.isEmpty && x0.count != nodes {
          problems.append(.inconsistent("x0", "has \(x0.count) elements: the \(kind.rawValue) has \(nodes) nodes"))
        }
        for size in spectralN {
          if let problem = GossipGraph.problem(kind, nodes: size) {
            problems.append(.inconsistent("spectral_n", problem))
          }
        }
      }
      return problems
    }

    /// The number of nodes of the graph at a place in the list.
    private func nodes(_ index: Int) -> Int {
      if !n.isEmpty { return n.count == 1 ? n[0] : n[index] }
      if graphs[index] != .grid { return size }
      let side = Int(Double(size).squareRoot())
      return side * side
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      // All is exact but for the simulated runs, which are shown once.
      if context.replicate.seed != nil { return ExperimentResult([]) }
      var dynamics = TableBuilder(Self.tables[1].columns)
      for (index, kind) in graphs.enumerated() {
        try append(GossipGraph(kind, nodes: nodes(index)), to: &dynamics, context)
        context.report(Double(index + 1) / Double(graphs.count + 1))
      }
      return ExperimentResult(["spectral": try spectralTable(context), "dynamics": dynamics.table])
    }

    private func spectralTable(_ context: RunContext) throws -> Table {
      var table = TableBuilder(Self.tables[0].columns)
      for (index, kind) in graphs.enumerated() {
        for size in Set(spectralSizes(kind) + [nodes(index)]).sorted() {
          try context.checkCancellation()
          let spectrum = try GossipSpectrum(GossipGraph(kind, nodes: size))
          table.append(
            .text(kind.rawValue), .integer(size), .real(spectrum.gap), .real(spectrum.resistance),
            .real(spectrum.theta), .real(spectrum.simpleRate), .real(spectrum.theta), .real(spectrum.foster))
        }
      }
      return table.table
    }

    private func spectralSizes(_ kind: GossipGraph.Kind) -> [Int] {
      if !spectralN.isEmpty { return spectralN }
      switch kind {
      case .line: return Array(Self.sizes.prefix(spectralCount))
      case .complete: return Self.sizes.prefix(spectralCount).filter { $0 <= Self.largestComplete }
      case .grid: return Array(Self.squares.prefix(spectralCount))
      case .cycle, .star: return []
      }
    }

    private func append(_ graph: GossipGraph, to table: inout TableBuilder, _ context: RunContext) throws {
      let spectrum = try GossipSpectrum(graph)
      let start = centredStart(graph.nodes)
      let times = times.isEmpty ? (1...8).map { Double($0) / spectrum.theta } : times.sorted()
      let early = times.filter { $0 <= 4 / spectrum.theta * (1 + 1e-9) }
      let squaredStart = Vector.squaredNorm(start)
      let weighted = Vector.dot(start, spectrum.pseudoInverse * start)
      for method in GossipMethod.allCases {
        let simulated = try simulate(graph, spectrum, method, start, early, context)
        var moments = GossipMoments(graph, spectrum, method, start: start)
        for (index, time) in times.enumerated() {
          try moments.advance(to: time, check: context.checkCancellation)
          let bound =
            method == .simple
            ? squaredStart * Elementary.exp(-spectrum.simpleRate * time)
            : (squaredStart + spectrum.gap * weighted) * Elementary.exp(-spectrum.theta * time)
          let sample = index < simulated.count ? simulated[index] : []
          table.append(
            .text(graph.kind.rawValue), .integer(graph.nodes), .text(method.rawValue), .real(time),
            .real(moments.error), .real(bound), .real(sample.isEmpty ? .nan : Statistics.mean(sample)),
            .real(sample.isEmpty ? .nan : Statistics.standardError(sample)))
        }
      }
    }

    private func centredStart(_ nodes: Int) -> [Double] {
      let start = x0.isEmpty ? (0..<nodes).map { $0 == 0 ? 1 : 0 } : x0
      let mean = start.reduce(0, +) / Double(nodes)
      return start.map { $0 - mean }
    }

    /// The squared errors of all runs at each time.
    private func simulate(
      _ graph: GossipGraph, _ spectrum: GossipSpectrum, _ method: GossipMethod, _ start: [Double], _ times: [Double],
      _ context: RunContext
    ) throws -> [[Double]] {
      var errors = [[Double]](repeating: [], count: times.count)
      let source = context.random("gossip \(graph.kind.rawValue) \(method.rawValue)")
      for run in 0..<runs {
        try context.checkCancellation()
        var walk = GossipWalk(graph, spectrum, method, start: start, random: source.substream(run))
        for (index, time) in times.enumerated() { errors[index].append(Vector.squaredNorm(walk.values(at: time))) }
      }
      return errors
    }
  }
}
