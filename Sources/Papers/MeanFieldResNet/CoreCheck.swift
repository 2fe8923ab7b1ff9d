import Experiments
import NumericalCore
import Tables

extension MeanFieldResNet {
  /// No claims: output, loss, Gram matrices and divergences of a small network whose every number is given.
  struct CoreCheck: Experiment {
    static let id = "mean-field-resnet/core-check"
    static let summary = "Output, loss, Gram eigenvalues and velocity divergences of a given small network."
    static let tables = [
      TableSchema(
        "quantities", "One row a quantity and item.",
        [
          ColumnSchema(
            "quantity", .text,
            "f, loss, trace_G1, trace_G2, eigenvalue, div_tau, div_nu, mean_div_tau or mean_div_nu"),
          ColumnSchema("item", .integer, "which one, from 0"), ColumnSchema("value", .real, "its value"),
        ])
    ]

    @Parameter("Depth.", name: "L", range: .between(0, 1000), default: 2) var depth: Int
    @Parameter("Width of a layer.", name: "M", range: .between(1, 10_000), default: 2) var width: Int
    @Parameter("Output particles.", name: "K", range: .between(1, 10_000), default: 2) var outputWidth: Int
    @Parameter("Dimension of the inputs.", range: .between(1, 1000), default: 2) var d: Int
    @Parameter(#"Branch scale $\alpha$."#, range: .between(0, 1e6), default: 1) var alpha: Double
    @Parameter(#"Output scale $\beta$."#, range: .between(0, 1e6), default: 2) var beta: Double
    @Parameter(
      "$u$ of the layers, in the order layer, particle, coordinate.", name: "U",
      default: [1, 0.5, -0.5, 1, 0, 1, 1, -1])
    var u: [Double]
    @Parameter("$w$ of the layers, in the same order.", name: "W", default: [0.5, -1, 1, 1, -1, 0.5, 0.25, 0.75])
    var w: [Double]
    @Parameter("$b$ of the layers.", name: "B", default: [0, 0.5, -0.5, 0.25]) var b: [Double]
    @Parameter("$a$ of the output particles.", default: [1, -0.5]) var outA: [Double]
    @Parameter("$w$ of the output particles, in the order particle, coordinate.", default: [1, 0, 0.5, -0.5])
    var outW: [Double]
    @Parameter("$b$ of the output particles.", default: [0.1, -0.2]) var outB: [Double]
    @Parameter("Inputs, point by point.", range: .any.counting(1...1_000_000), default: [1, 0, 0, 1, 0.6, 0.8])
    var x: [Double]
    @Parameter("Labels.", range: .any.counting(1...2000), default: [1, 0, -1]) var y: [Double]

    func validate() -> [ParameterProblem] {
      let wanted = [
        ("U", u.count, depth * width * d), ("W", w.count, depth * width * d), ("B", b.count, depth * width),
        ("out_a", outA.count, outputWidth), ("out_w", outW.count, outputWidth * d), ("out_b", outB.count, outputWidth),
        ("x", x.count, y.count * d),
      ]
      return wanted.filter { $0.1 != $0.2 }.map { .inconsistent($0.0, "has \($0.1) elements: must have \($0.2)") }
    }

    private var network: ScaledResNet {
      func slice(_ values: [Double], _ index: Int, _ size: Int) -> [Double] {
        Array(values[(index * size)..<((index + 1) * size)])
      }
      let layers = (0..<depth).map { l in
        ResidualLayer(
          u: Matrix(rows: width, columns: d, elements: slice(u, l, width * d)),
          w: Matrix(rows: width, columns: d, elements: slice(w, l, width * d)), b: slice(b, l, width))
      }
      let output = OutputLayer(a: outA, w: Matrix(rows: outputWidth, columns: d, elements: outW), b: outB)
      return ScaledResNet(layers: layers, output: output, alpha: alpha, beta: beta)
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      func append(_ quantity: String, _ values: [Double]) {
        for (index, value) in values.enumerated() { table.append(.text(quantity), .integer(index), .real(value)) }
      }
      let network = network
      var pass = ForwardPass(network, inputs: Matrix(rows: y.count, columns: d, elements: x))
      pass.run(network)
      var velocities = ParticleVelocities(network, samples: y.count)
      velocities.update(network, pass, targets: y)
      let gram = GramMatrix(network, pass)
      append("f", pass.values)
      append("loss", [Vector.squaredDistance(pass.values, y) / Double(2 * y.count)])
      append("trace_G1", [gram.residual.trace])
      append("trace_G2", [gram.output.trace])
      append("eigenvalue", try SymmetricEigen.values(of: gram.total))
      append("div_tau", velocities.outputDivergences)
      append("div_nu", velocities.layerDivergences.flatMap { $0 })
      append("mean_div_tau", [velocities.meanOutputDivergence])
      append("mean_div_nu", [velocities.meanLayerDivergence])
      return ExperimentResult(["quantities": table.table])
    }
  }
}
