import Experiments
import NumericalCore
import Tables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension MeanFieldResNet {
  /// (a) The error of depth L against a very deep network with the same continuous parameters; (b) how far independent
  /// particles move the features at the start, ‖Z_L − x‖² ≈ α²·d·E tanh²(√2·g)/(LM).
  ///
  /// Mirrors the paper's limit of infinite depth and width.
  struct DepthLimit: Experiment {
    static let id = "mean-field-resnet/depth-limit"
    static let summary =
      "The ResNet approaches its limit: error of finite depth, and fluctuation of finite depth and width at the start."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 10)
    static let tables = [
      TableSchema(
        "limit", "One row a network size.",
        [
          ColumnSchema("part", .text, "depth or fluctuation"), ColumnSchema("L", .integer, "depth"),
          ColumnSchema("M", .integer, "width"),
          ColumnSchema("value", .real, "root mean squared error (depth), or mean squared displacement (fluctuation)"),
          ColumnSchema("theory", .real, "the displacement to leading order"),
        ])
    ]

    @Parameter("Dimension $d$ of the inputs.", range: .between(1, 1000), default: 3) var d: Int
    @Parameter(#"Branch scale $\alpha$."#, range: .between(0, 100), default: 1) var alpha: Double
    @Parameter(
      "Depths of part depth.", name: "L", range: .between(1, 100_000), quick: [4, 8, 16, 32, 64],
      standard: [4, 8, 16, 32, 64], paper: [4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096])
    var depths: [Int]
    @Parameter(
      "Depth of the reference; 0 for 64 times the largest.", name: "L_ref", range: .between(0, 10_000_000), default: 0)
    var referenceDepth: Int
    @Parameter(
      "Depths of part fluctuation, paired with `fluct_M`.", name: "fluct_L", range: .between(1, 100_000),
      quick: [4, 8, 16, 16], standard: [4, 8, 16, 16], paper: [4, 8, 16, 16, 64, 256])
    var fluctuationDepths: [Int]
    @Parameter(
      "Widths of part fluctuation.", name: "fluct_M", range: .between(1, 100_000), quick: [16, 32, 32, 64],
      standard: [16, 32, 32, 64], paper: [16, 32, 32, 64, 512, 4096])
    var fluctuationWidths: [Int]
    @Parameter("Networks per row of part fluctuation.", range: .between(1, 100_000), default: 20) var networks: Int

    private static let points = 50
    private static let depthWidth = 64
    /// E tanh²(√2·g) for standard normal g, by quadrature.
    static let squaredActivation = 0.5199757456639486

    func validate() -> [ParameterProblem] {
      if fluctuationDepths.count != fluctuationWidths.count {
        let counts = "has \(fluctuationWidths.count) elements, fluct_L has \(fluctuationDepths.count)"
        return [.inconsistent("fluct_M", "\(counts): they are paired one by one")]
      }
      if let largest = depths.max(), referenceDepth > 0 && referenceDepth <= largest {
        return [.inconsistent("L_ref", "\(referenceDepth) must be above the largest depth \(largest)")]
      }
      return []
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      var source = context.random("points")
      let inputs = SphereRegression.points(count: Self.points, dimension: d, from: &source)
      if let largest = depths.max() {
        let clouds = ParameterClouds(width: Self.depthWidth, dimension: d, from: context.random("clouds"))
        let limit = try clouds.flow(
          inputs, depth: referenceDepth > 0 ? referenceDepth : 64 * largest, alpha: alpha, context.checkCancellation)
        context.report(0.8)
        for depth in depths {
          let error = try clouds.flow(inputs, depth: depth, alpha: alpha, context.checkCancellation) - limit
          table.append(
            .text("depth"), .integer(depth), .integer(Self.depthWidth),
            .real(error.frobeniusNorm / Double(Self.points).squareRoot()), .null)
        }
      }
      for (depth, width) in zip(fluctuationDepths, fluctuationWidths) {
        try context.checkCancellation()
        let value = displacement(inputs, depth: depth, width: width, from: context.random("networks \(depth) \(width)"))
        let theory = alpha * alpha * Double(d) * Self.squaredActivation / Double(depth * width)
        table.append(.text("fluctuation"), .integer(depth), .integer(width), .real(value), .real(theory))
      }
      return ExperimentResult(["limit": table.table])
    }

    /// The mean of ‖Z_L − x‖² over points and networks of independent particles.
    private func displacement(_ inputs: Matrix, depth: Int, width: Int, from source: RandomSource) -> Double {
      var source = source
      var sum = 0.0
      var activations = Matrix(rows: inputs.rows, columns: width)
      for _ in 0..<networks {
        var features = inputs
        for _ in 0..<depth {
          let layer = ScaledResNet.gaussianLayer(width: width, dimension: d, from: &source)
          MeanFieldResNet.activate(features, layer.w, layer.b, into: &activations)
          Matrix.multiply(activations, layer.u, times: alpha / Double(depth * width), keeping: 1, into: &features)
        }
        sum += Vector.squaredDistance(features.elements, inputs.elements)
      }
      return sum / Double(networks * inputs.rows)
    }
  }

  /// Parameters that turn with the depth: layer l has cos(πl/2L)·c₀ + sin(πl/2L)·c₁ for two Gaussian clouds.
  struct ParameterClouds {
    private let first: ResidualLayer
    private let second: ResidualLayer

    init(width: Int, dimension: Int, from source: RandomSource) {
      var source = source
      first = ScaledResNet.gaussianLayer(width: width, dimension: dimension, from: &source)
      second = ScaledResNet.gaussianLayer(width: width, dimension: dimension, from: &source)
    }

    /// The features after `depth` layers, with the factor √width that keeps the drift of frozen particles of order 1.
    func flow(_ inputs: Matrix, depth: Int, alpha: Double, _ check: () throws -> Void) rethrows -> Matrix {
      let width = first.b.count
      var (features, activations) = (inputs, Matrix(rows: inputs.rows, columns: width))
      let scale = alpha / (Double(width).squareRoot() * Double(depth))
      for l in 0..<depth {
        if l % 256 == 0 { try check() }
        let angle = Double.pi / 2 * Double(l) / Double(depth)
        let layer = turned(by: angle)
        MeanFieldResNet.activate(features, layer.w, layer.b, into: &activations)
        Matrix.multiply(activations, layer.u, times: scale, keeping: 1, into: &features)
      }
      return features
    }

    private func turned(by angle: Double) -> ResidualLayer {
      let (c, s) = (cos(angle), sin(angle))
      func mix(_ a: Matrix, _ b: Matrix) -> Matrix { c * a + s * b }
      return ResidualLayer(
        u: mix(first.u, second.u), w: mix(first.w, second.w), b: zip(first.b, second.b).map { c * $0 + s * $1 })
    }
  }
}
