import Experiments
import NumericalCore
import Tables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension ShallowTransformer {
  /// Outputs, tangent kernel, descent and limit kernel of a small encoder whose every number is given by sines.
  struct ExactCheck: Experiment {
    static let id = "shallow-transformer/exact-check"
    static let summary =
      "Outputs, kernels and losses of a small encoder whose weights and tokens are given by formulas."
    static let tables = [
      TableSchema(
        "exact-check", "One row a quantity and item.",
        [
          ColumnSchema("scaling", .text, "sqrt or inv; empty for the limit, which does not depend on it"),
          ColumnSchema(
            "quantity", .text,
            "f, ntk_eig, trace_w, _V, _Q or _K, beta, loss, limit_eig, limit_trace, limit_first or limit_second"
          ),
          ColumnSchema("item", .integer, "which one, from 0; for loss the step"),
          ColumnSchema("value", .real, "its value"),
        ])
    ]

    @Parameter("Sequences $N$.", range: .between(1, 100), default: 4) var n: Int
    @Parameter(EncoderSetup.length, range: .between(1, 100), default: 3) var dS: Int
    @Parameter(EncoderSetup.dimension, range: .between(1, 100), default: 3) var d: Int
    @Parameter("Width $d_m$.", range: .between(1, 10_000), default: 5) var dM: Int
    @Parameter("Tokens: $X_{nia}=\\sin(x_0+x_1n+x_2i+x_3a)$.", range: four, default: [0.2, 0.5, 0.9, 1.7])
    var x: [Double]
    @Parameter("Queries: $q_0\\sin(q_1+q_2k+q_3a)$.", range: four, default: [0.7, 0.1, 0.8, 0.4]) var q: [Double]
    @Parameter("Keys: $k_0\\cos(k_1+k_2k+k_3a)$.", range: four, default: [0.6, 0.9, 0.5, -0.3]) var k: [Double]
    @Parameter("Values: $v_0\\sin(v_1+v_2k+v_3a)$.", range: four, default: [1, 0.4, 1.3, 2.2]) var v: [Double]
    @Parameter(
      "Output: $o_0\\cos(o_1+o_2k)$.", range: .any.counting(3...3), default: [0.6, 0.3, 1.7]) var o: [Double]
    @Parameter("Targets: $\\cos(y_1n)$.", name: "y1", default: 0.8) var y1: Double
    @Parameter("Step size.", range: .between(0, 1e6), default: 0.04) var gamma: Double
    @Parameter(EncoderSetup.steps, range: .between(0, 1e6), default: 10) var steps: Int
    @Parameter(
      "Steps at which the loss is given; none stands for 0, 1 and the last.",
      range: ParameterRange.nonNegative.counting(0...10_000), default: [])
    var lossTimes: [Int]
    @Parameter(EncoderSetup.scaling, range: EncoderSetup.choices, default: [.sqrt, .inv]) var scaling: [ScoreScaling]

    private static let four = ParameterRange.any.counting(4...4)

    func validate() -> [ParameterProblem] {
      guard let late = lossTimes.first(where: { $0 > steps }) else { return [] }
      return [.inconsistent("loss_times", "names step \(late): the last one is steps = \(steps)")]
    }

    private var sequences: TokenSequences {
      TokenSequences(
        tokens: Matrix(rows: n * dS, columns: d) { r, a in
          sin(x[0] + x[1] * Double(r / dS) + x[2] * Double(r % dS) + x[3] * Double(a))
        },
        targets: (0..<n).map { cos(y1 * Double($0)) }, length: dS)
    }

    private var weights: EncoderWeights {
      func matrix(_ c: [Double], _ wave: (Double) -> Double) -> Matrix {
        Matrix(rows: dM, columns: d) { k, a in c[0] * wave(c[1] + c[2] * Double(k) + c[3] * Double(a)) }
      }
      return EncoderWeights(
        query: matrix(q) { sin($0) }, key: matrix(k) { cos($0) }, value: matrix(v) { sin($0) },
        output: (0..<dM).map { o[0] * cos(o[1] + o[2] * Double($0)) })
    }

    func run(in context: RunContext) throws -> ExperimentResult {
      var table = TableBuilder(Self.tables[0].columns)
      let (sequences, weights) = (sequences, weights)
      for scaling in scaling {
        func append(_ quantity: String, _ values: [Double]) {
          for (item, value) in values.enumerated() {
            table.append(.text(scaling.rawValue), .text(quantity), .integer(item), .real(finite: value))
          }
        }
        let encoder = Encoder(weights: weights, scoreFactor: scaling.factor(width: dM), featureFactor: 1)
        var descent = GradientDescent(encoder, sequences)
        let kernel = descent.kernel
        append("f", descent.pass.values)
        append("ntk_eig", try SymmetricEigen.values(of: kernel.total))
        append("trace_w", [kernel.output.trace])
        append("trace_V", [kernel.value.trace])
        append("trace_Q", [kernel.query.trace])
        append("trace_K", [kernel.key.trace])
        append("beta", Array(descent.pass.attention.elements.prefix(dS * dS)))
        let losses = try descent.run(steps: steps, stepSize: gamma, in: context, part: 0...1).losses
        for t in Set(lossTimes.isEmpty ? [0, min(1, steps), steps] : lossTimes).sorted() {
          table.append(
            .text(scaling.rawValue), "loss", .integer(t), .real(finite: t < losses.count ? losses[t] : .nan))
        }
      }
      try appendLimit(LimitKernel(sequences), to: &table)
      return ExperimentResult(["exact-check": table.table])
    }

    private func appendLimit(_ limit: LimitKernel, to table: inout TableBuilder) throws {
      let quantities = [
        ("limit_eig", try SymmetricEigen.values(of: limit.total)), ("limit_trace", [limit.total.trace]),
        ("limit_first", limit.first.elements), ("limit_second", limit.second.elements),
      ]
      for (quantity, values) in quantities {
        for (item, value) in values.enumerated() {
          table.append(.null, .text(quantity), .integer(item), .real(value))
        }
      }
    }
  }
}
