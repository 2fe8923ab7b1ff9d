import Learning
import NumericalCore
import Testing

@testable import Papers

@Suite struct SharpnessMeterTests {
  private typealias Room = SharpnessGeneralization

  private let network = SharpnessGeneralization.perceptron(
    Digits.shape, hidden: 12, random: RandomSource(seed: 5, stream: "weights"))

  private func meter(draws: Int = 20) -> Room.SharpnessMeter {
    Room.SharpnessMeter(
      Digits.train[0..<64], draws: draws, parameterCount: network.parameterCount + 100,
      random: RandomSource(seed: 1, stream: "draws"))
  }

  @Test func thereAreTwelveKinds() {
    #expect(Room.SharpnessKind.all.count == 12 && Set(Room.SharpnessKind.all).count == 12)
  }

  @Test func theWorstCaseIsNeverNegative() {
    let meter = meter()
    for kind in Room.SharpnessKind.all where kind.measure != .avg {
      #expect(meter.sharpness(of: network, kind) > 0)
    }
  }

  @Test func weightsOfZeroAreNotMovedInProportion() {
    let still = network.with(parameters: Tensor([network.parameterCount]))
    let meter = meter()
    for measure in Room.SharpnessKind.Measure.allCases {
      #expect(meter.sharpness(of: still, Room.SharpnessKind(measure, adaptive: true)) == 0)
    }
  }

  @Test func rescaledLayersAreTheSameFunctionAndAsSharp() {
    let meter = meter()
    let rescaled = Room.Reparametrisation.transformed(network)[0].network
    for measure in Room.SharpnessKind.Measure.allCases {
      let kind = Room.SharpnessKind(measure, adaptive: true)
      let ratio = meter.sharpness(of: rescaled, kind) / meter.sharpness(of: network, kind)
      #expect(abs(ratio - 1) < 1e-3)
    }
    let standard = Room.SharpnessKind(.avg)
    #expect(meter.sharpness(of: rescaled, standard) > 2 * meter.sharpness(of: network, standard))
  }

  @Test func normalisedLogitsHideTheirScale() {
    let meter = meter()
    let scaled = Room.Reparametrisation.transformed(network)[1].network
    for measure in Room.SharpnessKind.Measure.allCases {
      let kind = Room.SharpnessKind(measure, adaptive: true, normalised: true)
      let ratio = meter.sharpness(of: scaled, kind) / meter.sharpness(of: network, kind)
      #expect(abs(ratio - 1) < 1e-2)
    }
  }
}
