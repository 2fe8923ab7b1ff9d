import Experiments
import Learning
import NumericalCore
import Tables
import Testing

@testable import Papers

@Suite struct PoolTablesTests {
  private typealias Room = SharpnessGeneralization

  /// Networks whose sharpness falls and whose test error rises with their number.
  private func models(_ settings: [Room.PoolModel.Setting]) -> [Room.PoolModel] {
    settings.enumerated().map { index, setting in
      let number = Double(index)
      return Room.PoolModel(
        setting: setting,
        errors: Room.PoolErrors(train: 0.01, test: 0.1 + 0.01 * number, shift: 0.3, noise: 0.2, contrast: 0.1 + 0.03 * number),
        sharpness: [1 / (1 + number), number])
    }
  }

  private func settings(_ stepSizes: [Double]) -> [Room.PoolModel.Setting] {
    stepSizes.map { Room.PoolModel.Setting(stepSize: $0, hidden: 4) }
  }

  private let kinds = [
    SharpnessGeneralization.SharpnessKind(.avg), SharpnessGeneralization.SharpnessKind(.linf, adaptive: true),
  ]

  @Test func ranksAreThoseOfTheNumbers() {
    let result = Room.PoolTables(variation: .stepSize, kinds: kinds).result(models(settings([0.1, 0.2, 0.3])))
    let rows = result.rows("tau")
    func tau(_ measure: String, _ against: String) -> Double {
      rows.first { $0.text("measure") == measure && $0.text("against") == against }?.number("tau") ?? .nan
    }
    #expect(tau("avg", "test") == -1 && tau("linf", "test") == 1 && tau("lr", "test") == 1)
    #expect(tau("avg", "ood") == -1 && tau("avg", "gap") == -1 && tau("avg", "lr") == -1)
    #expect(tau("avg", "shift").isNaN)
    #expect(rows.count == 3 * 5)
    let pool = result.rows("pool")
    #expect(abs(pool[2].number("ood_err") - (0.3 + 0.2 + 0.16) / 3) < 1e-15)
    #expect(result.rows("sharpness").count == 6)
  }

  @Test func networksThatWereNotFittedAreLeftOut() {
    var pool = models(settings([0.1, 0.2, 0.3, 0.4]))
    pool[3].errors.train = 0.11
    pool[3].sharpness = [100, -100]
    let rows = Room.PoolTables(variation: .stepSize, kinds: kinds).result(pool).rows("tau")
    #expect(rows[0].number("tau") == -1)
  }

  @Test func groupsAreAugmentations() {
    let names = ["none", "none", "noise", "noise", "translation", "translation"]
    let settings = names.map { Room.PoolModel.Setting(stepSize: 0.05, augmentation: $0, hidden: 4) }
    var pool = models(settings)
    // Within the pairs sharpness rises with the error, between them it falls.
    for index in stride(from: 0, to: 6, by: 2) { pool.swapSharpness(index, index + 1) }
    let rows = Room.PoolTables(variation: .regularisation, kinds: kinds).result(pool).rows("tau")
      .filter { $0.text("measure") == "avg" }
    #expect(rows.map { $0.text("group") } == ["", "", "", "", "none", "noise", "translation"])
    #expect(rows[0].number("tau") < 0 && rows[4...].allSatisfy { $0.number("tau") == 1 })
  }

  @Test func strokesAreMovedInFourParts() {
    let conditions = Room.TestConditions.strokes(train: Strokes(noise: 0.2).train(50), count: 100)
    let network = Room.perceptron(
      ImageShape(height: 16, width: 16, channels: 1), hidden: 4, random: RandomSource(seed: 1, stream: "weights"))
    let errors = conditions.errors(of: network.with(parameters: Tensor([network.parameterCount])))
    // A network that always answers 0 is as wrong on moved images as on those of less contrast: they are the same ones.
    #expect(errors.shift == errors.contrast && errors.shift != errors.noise)
    #expect(errors.shift > 0.85 && errors.shift < 0.95)
  }
}

extension [SharpnessGeneralization.PoolModel] {
  fileprivate mutating func swapSharpness(_ a: Int, _ b: Int) {
    (self[a].sharpness, self[b].sharpness) = (self[b].sharpness, self[a].sharpness)
  }
}
