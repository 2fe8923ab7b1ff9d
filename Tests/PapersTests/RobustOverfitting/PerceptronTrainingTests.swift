import Experiments
import Foundation
import Learning
import NumericalCore
import Testing

@testable import Papers

private typealias Paper = RobustOverfitting

@Suite struct PerceptronTrainingTests {
  private static let random = RandomSource(seed: 9, stream: "training")

  @Test func wrongLabels() {
    let clean = Paper.NoisyImages.sample(600, of: Digits.train, noise: 0, random: Self.random)
    let some = Paper.NoisyImages.sample(600, of: Digits.train, noise: 0.2, random: Self.random)
    let more = Paper.NoisyImages.sample(600, of: Digits.train, noise: 0.5, random: Self.random)
    let all = Paper.NoisyImages.sample(600, of: Digits.train, noise: 1, random: Self.random)
    #expect(clean.pixels == some.pixels && clean.pixels == all.pixels)
    let wrong = [some, more, all].map { noisy in clean.labels.indices.filter { noisy.labels[$0] != clean.labels[$0] } }
    #expect((90...150).contains(wrong[0].count) && wrong[2].count == 600)
    #expect(Set(wrong[0]).isSubset(of: wrong[1]))
    // A replaced label is any of the nine others.
    #expect(Set(clean.labels.indices.map { (all.labels[$0] - clean.labels[$0] + 10) % 10 }) == Set(1...9))
    // The images are distinct ones of the training set, with their labels.
    let index = Dictionary(
      (0..<Digits.trainCount).map { (Array(Digits.train.image($0)), $0) }, uniquingKeysWith: { first, _ in first })
    #expect(clean.labels.indices.allSatisfy { Digits.train.labels[index[Array(clean.image($0))]!] == clean.labels[$0] })
  }

  /// An attack of radius 0 changes nothing; a larger radius does harm, more of it to a network that is not trained for it.
  @Test func trainingAgainstAttacks() {
    let data = Paper.NoisyImages.sample(200, of: Digits.train, noise: 0, random: Self.random)
    func errors(trainedFor radius: Double) -> [Double] {
      var training = Paper.PerceptronTraining(on: data, width: 48, radius: radius, random: Self.random)
      for _ in 0..<25 { training.runEpoch() }
      return [0, 0.05, 0.1].map { radius in
        var random = Self.random
        let errors = training.attacked(by: radius).errors(on: Digits.test, using: &random)
        if radius == 0 { #expect(errors.clean == errors.robust) }
        #expect(errors.robust >= errors.clean)
        return errors.robust
      }
    }
    let (standard, robust) = (errors(trainedFor: 0), errors(trainedFor: 0.1))
    #expect(standard[0] < 0.2 && robust[0] < 0.25)
    #expect(standard == standard.sorted() && robust == robust.sorted())
    #expect(standard[2] > robust[2] + 0.1)
  }

  /// The attack of the evaluation is that of the library, but for images that fall on the way.
  @Test func evaluationAgreesWithTheLibrary() {
    let data = Paper.NoisyImages.sample(200, of: Digits.train, noise: 0, random: Self.random)
    var training = Paper.PerceptronTraining(on: data, width: 32, radius: 0.1, random: Self.random)
    for _ in 0..<15 { training.runEpoch() }
    var random = Self.random
    let mine = training.errors(on: Digits.test, using: &random)
    let images = Digits.test.tensor.reshaped(to: [500, 64])
    let attack = ProjectedGradientAttack(PerturbationBall<Float>(.linf, radius: 0.1), steps: 10, stepSize: 0.025)
    let accuracy = attack.robustAccuracy(
      images, labels: Digits.test.labels, of: Classifier(training.network), using: &random)
    #expect(abs(mine.robust - (1 - accuracy)) < 0.03 && mine.robust > mine.clean + 0.05)
  }

  @Test func curves() throws {
    let table = try #require(
      TestRun.run(
        Paper.AdversarialTraining.self, ["n": 60, "h": 16, "epochs": 7, "evaluate_every": 3, "tau": .list([.real(0.5)])]
      )["curves"])
    #expect(table.numbers("epoch") == [3, 6, 7])
    for (clean, robust) in zip(table.numbers("test_clean"), table.numbers("test_robust")) {
      #expect(clean <= robust && clean >= 0 && robust <= 1)
    }
  }

  /// Files of twenty records, whose images are their labels: bright in one band of rows each.
  @Test func imagesOfTheUser() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("reprise-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = (1...5).map { "data_batch_\($0).bin" } + ["test_batch.bin"]
    for file in files {
      let records = (0..<20).flatMap { index -> [UInt8] in
        let label = UInt8(index % 10)
        return [label] + (0..<3072).map { $0 % 1024 / 96 == Int(label) ? 220 : 30 }
      }
      try Data(records).write(to: folder.appendingPathComponent(file))
    }
    func run(_ count: Int) throws -> ExperimentResult {
      let (experiment, parameters) = try TestRun.resolve(
        Paper.AdversarialTraining.id,
        ["cifar10": .text("."), "n": .integer(count), "h": 64, "epochs": 10, "eps": .real(8.0 / 255), "tau": 0]).get()
      return try experiment.run(
        in: RunContext(
          experiment: Paper.AdversarialTraining.id, parameters: parameters, replicate: .seed(0), scale: .quick,
          dataFolder: folder.path, dataFiles: experiment.dataFiles))
    }
    let errors = try run(80).rows("curves").map { $0.number("test_robust") }
    #expect(errors.count == 2 && errors.last! < 0.2)
    #expect(throws: DataError.self) { try run(101) }
  }
}
