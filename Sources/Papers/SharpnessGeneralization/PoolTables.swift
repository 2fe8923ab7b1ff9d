import Experiments
import NumericalCore
import Tables

extension SharpnessGeneralization {
  /// The tables of a pool of networks: its members, their sharpness, and rank correlations.
  struct PoolTables {
    /// What the members of a pool differ in.
    enum Variation: Sendable {
      /// The step size, before all.
      case stepSize
      /// Everything but the step size.
      case regularisation
      /// The radius ρ of sharpness-aware steps.
      case samRadius
    }

    let variation: Variation
    let kinds: [SharpnessKind]

    /// A number of a network that others are ranked against.
    private typealias Quantity = (name: String, value: (PoolModel) -> Double)

    // MARK: Schemas

    private static let poolColumns = [
      ColumnSchema("model", .integer, "number in the pool, from 0"), ColumnSchema("lr", .real, "largest step size"),
      ColumnSchema("aug", .integer, "1 if training images are changed at random"),
      ColumnSchema("sam", .real, #"radius $\rho$ of sharpness-aware steps"#),
      ColumnSchema("train_err", .real, "error on the training images"),
      ColumnSchema("test_err", .real, "error on the test images"),
      ColumnSchema("err_shift", .real, "error on moved images"),
      ColumnSchema("err_noise", .real, "error on images in noise"),
      ColumnSchema("err_contrast", .real, "error on images of less contrast"),
      ColumnSchema("ood_err", .real, "mean of the last three"),
    ]
    private static let detailColumns = [
      ColumnSchema("h", .integer, "width of the hidden layers"),
      ColumnSchema("wd", .real, "weight decay"),
      ColumnSchema("augmentation", .text, "none, noise or translation"),
      ColumnSchema("replicate", .integer, "number among networks of the same setting"),
    ]
    private static let kindColumns = [
      ColumnSchema("measure", .text, "avg (average case), linf or l2 (worst case)"),
      ColumnSchema("adaptive", .integer, "1 if weights are moved in proportion to their size"),
      ColumnSchema("normalised", .integer, "1 if logits are brought to norm 1 before the loss"),
    ]

    static func schemas(_ variation: Variation) -> [TableSchema] {
      let isDetailed = variation != .stepSize
      return [
        TableSchema("pool", "One row a network.", poolColumns + (isDetailed ? detailColumns : [])),
        TableSchema(
          "sharpness", "One row a network and kind of sharpness.",
          [ColumnSchema("model", .integer)] + kindColumns + [ColumnSchema("value", .real, "sharpness")]),
        TableSchema(
          "tau",
          "Kendall's tau-b over the networks with at most 10 % training errors; measure lr is the step size itself.",
          kindColumns + [ColumnSchema("against", .text, "test, ood, shift, gap, lr or rho")]
            + (isDetailed ? [ColumnSchema("group", .text, "augmentation of the networks; empty for all")] : [])
            + [ColumnSchema("tau", .real, "rank correlation; empty if one of both is constant")]),
      ]
    }

    // MARK: Rows

    func result(_ models: [PoolModel]) -> ExperimentResult {
      ExperimentResult(["pool": pool(models), "sharpness": sharpness(models), "tau": tau(models)])
    }

    private func pool(_ models: [PoolModel]) -> Table {
      var table = TableBuilder(PoolTables.schemas(variation)[0].columns)
      for (index, model) in models.enumerated() {
        let (setting, errors) = (model.setting, model.errors)
        var row: [Value] = [
          .integer(index), .real(setting.stepSize), .integer(setting.isAugmented ? 1 : 0), .real(setting.samRadius),
          .real(errors.train), .real(errors.test), .real(errors.shift), .real(errors.noise), .real(errors.contrast),
          .real(errors.outOfDistribution),
        ]
        if variation != .stepSize {
          row += [
            .integer(setting.hidden), .real(setting.weightDecay), .text(setting.augmentation),
            .integer(setting.replicate),
          ]
        }
        table.append(row: row)
      }
      return table.table
    }

    private func sharpness(_ models: [PoolModel]) -> Table {
      var table = TableBuilder(PoolTables.schemas(variation)[1].columns)
      for (index, model) in models.enumerated() {
        for (kind, value) in zip(kinds, model.sharpness) {
          table.append(row: [.integer(index)] + cells(kind) + [.real(value)])
        }
      }
      return table.table
    }

    private func cells(_ kind: SharpnessKind) -> [Value] {
      [.text(kind.measure.rawValue), .integer(kind.isAdaptive ? 1 : 0), .integer(kind.isNormalised ? 1 : 0)]
    }

    private func tau(_ models: [PoolModel]) -> Table {
      var table = TableBuilder(PoolTables.schemas(variation)[2].columns)
      var measures = kinds.indices.map { index in
        (cells: cells(kinds[index]), value: { (model: PoolModel) in model.sharpness[index] })
      }
      if variation == .stepSize {
        measures.append(([.text("lr"), .integer(0), .integer(0)], { $0.setting.stepSize }))
      }
      let fitted = models.filter(\.isFitted)
      for measure in measures {
        func append(_ quantity: Quantity, group: String, _ members: [PoolModel]) {
          let tau = Statistics.kendall(members.map(measure.value), members.map(quantity.value)).coefficient
          let place: [Value] = [.text(quantity.name)] + (variation == .stepSize ? [] : [.text(group)])
          table.append(row: measure.cells + place + [.real(tau)])
        }
        for quantity in quantities { append(quantity, group: "", fitted) }
        if variation == .regularisation {
          for group in StrokeAugmentation.allCases.map(\.rawValue) {
            append(quantities[0], group: group, fitted.filter { $0.setting.augmentation == group })
          }
        }
      }
      return table.table
    }

    private var quantities: [Quantity] {
      let errors: [Quantity] = [
        ("test", { $0.errors.test }), ("ood", { $0.errors.outOfDistribution }), ("shift", { $0.errors.shift }),
        ("gap", { $0.errors.gap }),
      ]
      switch variation {
      case .stepSize: return errors + [("lr", { $0.setting.stepSize })]
      case .regularisation: return errors
      case .samRadius: return errors + [("rho", { $0.setting.samRadius })]
      }
    }
  }
}
