import Experiments
import Learning
import NumericalCore
import Tables
import Testing

@testable import Papers

@Suite struct FastAdversarialTrainingTests {
  private typealias Paper = FastAdversarialTraining

  /// At α = ε·{0, 1.25, 2}: ε√(d/3), 0.888·ε√d and ε√d.
  @Test func theBoundOfLemma1() {
    func bound(_ ratio: Double) -> Double { Paper.RandomStepNorm.bound(ratio: ratio, radius: 0.3, dimension: 64) }
    #expect(abs(bound(0) - 0.3 * (64.0 / 3).squareRoot()) < 1e-12)
    #expect(abs(bound(1.25) / 2.4 - 0.888) < 1e-3)
    #expect(abs(bound(2) - 2.4) < 1e-12)
    let grid = stride(from: 0.0, through: 2, by: 0.05).map(bound)
    #expect(grid == grid.sorted())
  }

  /// E‖δ‖² is the bound squared, exactly; the mean length is below by Jensen, by little in 64 dimensions.
  @Test(arguments: [0.25, 1.0, 1.25, 2.0]) func lengthsOfRandomSteps(_ ratio: Double) {
    var random = RandomSource(seed: 1, stream: "steps")
    let samples = 20_000
    let (mean, square) = Paper.RandomStepNorm.moments(ratio: ratio, dimension: 64, samples: samples, using: &random)
    let bound = Paper.RandomStepNorm.bound(ratio: ratio, radius: 1, dimension: 64)
    #expect(abs(square.squareRoot() / bound - 1) < 0.003)
    #expect(mean <= square.squareRoot() && mean > 0.99 * bound)
  }

  /// For ε → 0 the expectation goes to 0 and the bound to 1; for large ε it is one half.
  @Test func theBoundOfLemma2() {
    let products = [0.5, 1.0, 2.0]
    #expect(abs(Paper.AlignmentAtInit.bound(products, radius: 0.05) - 1) < 1e-12)
    #expect(Paper.AlignmentAtInit.bound(products, radius: 100) == 0.5)
    // One product q: 1 − √(2·exp(−q/ε²)).
    let single = 1 - (2 * Elementary.exp(-4.0)).squareRoot()
    #expect(abs(Paper.AlignmentAtInit.bound([1], radius: 0.5) - single) < 1e-12)
  }

  @Test func stepSizesRiseAndFall() {
    func size(_ step: Int) -> Double { Paper.triangularStepSize(step, of: 100, largest: 0.01) }
    #expect(size(0) == 0)
    #expect(abs(size(20) - 0.005) < 1e-15)
    #expect(abs(size(40) - 0.01) < 1e-15)
    #expect(abs(size(70) - 0.005) < 1e-15)
  }

  /// The recorded mean cosine is that of the definition, leaves out examples without a direction, and its gradient agrees
  /// with finite differences.
  @Test func cosinesOfGradients() throws {
    let a = Tensor<Float>([3, 2], elements: [1, 0, 3, 4, 1, 1])
    let b = Tensor<Float>([3, 2], elements: [1, 1, 4, 3, 0, 0])
    let expected = (0.5.squareRoot() + 24.0 / 25) / 2
    let found = try #require(Paper.InputGradient.meanCosine(a, Variable(b)))
    #expect(abs(Double(found.scalar) - expected) < 1e-6)
    let cosines = Paper.InputGradient.cosines(a, b)
    #expect(cosines.count == 2 && abs(cosines[1] - 0.96) < 1e-6)
    #expect(Paper.InputGradient.meanCosine(a, Variable(Tensor<Float>([3, 2]))) == nil)

    let tracked = Variable(tracking: b)
    let gradient = try #require(Paper.InputGradient.meanCosine(a, tracked)).gradient(withRespectTo: tracked).value
    for index in 0..<4 {
      func value(_ shift: Float) throws -> Double {
        var moved = b
        moved.withMutableElements { $0[index] += shift }
        return Double(try #require(Paper.InputGradient.meanCosine(a, Variable(moved))).scalar)
      }
      let difference = (try value(0.01) - value(-0.01)) / 0.02
      #expect(abs(Double(gradient.elements[index]) - difference) < 1e-4)
    }
  }

  private static func trainer(_ method: Paper.TrainingMethod, alignment: Double = 3) -> Paper.AdversarialTrainer {
    Paper.AdversarialTrainer(
      Paper.oneLayerNetwork(filters: 4, random: RandomSource(seed: 2, stream: "weights")), on: Digits.train,
      method: method, radius: 0.3, alignment: alignment, batches: RandomSource(seed: 2, stream: "batches"),
      noise: RandomSource(seed: 2, stream: "noise"))
  }

  /// Without its weight the penalty is none: the steps are those of FGSM. With it they are not, through second derivatives.
  @Test func alignmentTrainingContainsFGSM() {
    var fgsm = Self.trainer(.fgsm)
    var without = Self.trainer(.gradalign, alignment: 0)
    var with = Self.trainer(.gradalign, alignment: 3)
    for _ in 0..<5 {
      fgsm.step(stepSize: 0.01)
      without.step(stepSize: 0.01)
      with.step(stepSize: 0.01)
    }
    let distance = (fgsm.network.parameters - without.network.parameters).norm
    #expect(distance <= 1e-3 * fgsm.network.parameters.norm)
    #expect((fgsm.network.parameters - with.network.parameters).norm > 20 * max(distance, 1e-4))
  }

  @Test func trainingLearnsTheDigits() {
    var trainer = Self.trainer(.standard)
    for step in 0..<100 { trainer.step(stepSize: Paper.triangularStepSize(step, of: 100, largest: 0.01)) }
    let measures = Paper.RobustnessMeasures(
      trainer.network, on: Digits.test, radius: 0.1, steps: 10, restarts: 2, random: RandomSource(seed: 3, stream: "test"))
    #expect(measures.cleanAccuracy > 0.85)
    #expect(measures.pgdAccuracy <= measures.fgsmAccuracy && measures.fgsmAccuracy <= measures.cleanAccuracy)
    #expect(measures.pgdLoss >= measures.fgsmLoss)
    #expect((-1...1).contains(measures.gradientCosine) && measures.linearityError >= 0)
  }

  /// Sixteen filters, radius 0.3: one step looks robust and is not; five steps are.
  @Test func catastrophicOverfitting() throws {
    let result = try TestRun.tables(
      "fast-adversarial-training/epsilon-sweep",
      ["eps": .list([.real(0.3)]), "methods": .list([.text("fgsm"), .text("pgd")]), "epochs": .integer(20)],
      replicate: .seed(0))
    let table = try #require(result["sweep"])
    let accuracy = table.numbers("pgd_acc")
    let single = table.numbers("fgsm_acc")
    #expect(accuracy[0] < 0.12 && single[0] - accuracy[0] > 0.2)
    #expect(accuracy[1] > 0.15 && accuracy[1] > 2 * accuracy[0])
  }
}
