import Experiments
import Learning
import NumericalCore
import Tables

extension SharpnessGeneralization {
  /// What two changes of the weights do to sharpness: one that leaves the function as it is, and one that scales its logits.
  ///
  /// Mirrors the paper's discussion of invariance: adaptive sharpness does not see the first, and only sharpness of normalised
  /// logits does not see the second.
  struct Reparametrisation: Experiment {
    static let id = "sharpness-generalization/reparametrisation"
    static let summary = "Sharpness before and after rescaling layers, and after scaling the logits (Section 3)."
    static let replication = Replication.seeds(quick: 5, standard: 5, paper: 5)
    static let tables = [
      TableSchema(
        "ratios", "One row a transformation and measure.",
        [
          ColumnSchema("transform", .text, "layer-rescale or logit-scale"),
          ColumnSchema("measure", .text, "kind of sharpness, or logits"),
          ColumnSchema("ratio", .real, "sharpness after over before; of logits, the largest absolute change"),
        ])
    ]
    private static let measures: [(name: String, kind: SharpnessKind)] = [
      ("avg", SharpnessKind(.avg)), ("avg_adaptive", SharpnessKind(.avg, adaptive: true)),
      ("linf", SharpnessKind(.linf)), ("linf_adaptive", SharpnessKind(.linf, adaptive: true)),
      ("l2_adaptive", SharpnessKind(.l2, adaptive: true)),
      ("linf_adaptive_normalised", SharpnessKind(.linf, adaptive: true, normalised: true)),
    ]

    @Parameter("Width of the two hidden layers.", range: .between(1, 1024), quick: 32, standard: 48, paper: 128)
    var h: Int
    @Parameter(
      "Training images that sharpness is measured on.", range: .between(1, 1297), quick: 256, standard: 512, paper: 1024)
    var ns: Int

    func run(in context: RunContext) throws -> ExperimentResult {
      let data = Digits.train
      var network = perceptron(data.shape, hidden: h, random: context.random("weights"))
      try PoolTraining(stepSize: 0.05, steps: 200).train(
        &network, on: data, batches: BatchSequence(count: data.count, size: 64, random: context.random("batches")),
        random: context.random("unused"), check: context.checkCancellation)
      let points = data[0..<ns]
      let meter = SharpnessMeter(
        points, draws: 50, parameterCount: network.parameterCount, random: context.random("draws"))
      let before = Self.measures.map { meter.sharpness(of: network, $0.kind) }
      var table = TableBuilder(Self.tables[0].columns)
      for (index, (name, changed)) in Self.transformed(network).enumerated() {
        try context.checkCancellation()
        context.report(Double(index + 1) / 3)
        let change = (changed(points.tensor) - network(points.tensor)).map(.absolute).max()
        table.append(.text(name), "logits", .real(Double(change)))
        for (measure, old) in zip(Self.measures, before) {
          table.append(.text(name), .text(measure.name), .real(meter.sharpness(of: changed, measure.kind) / old))
        }
      }
      return ExperimentResult(["ratios": table.table])
    }

    /// W₁ and b₁ times 5 with W₂ over 5, which rectifiers do not notice; and W₃ and b₃ times 3.
    static func transformed(_ network: Network<Float>) -> [(name: String, network: Network<Float>)] {
      [
        ("layer-rescale", scaled(network, [(0, 5), (1, 5), (2, 0.2)])),
        ("logit-scale", scaled(network, [(4, 3), (5, 3)])),
      ]
    }

    private static func scaled(_ network: Network<Float>, _ factors: [(slot: Int, factor: Float)]) -> Network<Float> {
      var parameters = network.parameters
      parameters.withMutableElements { elements in
        for (slot, factor) in factors {
          for index in network.slots[slot].range { elements[index] *= factor }
        }
      }
      return network.with(parameters: parameters)
    }
  }
}
