import NumericalCore
import Testing

@testable import Learning

/// Against PyTorch 2, in doubles: inputs `ramp([2, 3, 4, 4], 5, 17)`, gains 1 + `ramp([4], 3, 5)`, offsets `ramp([4], 2, 7)`.
@Suite struct NormalisationTests {
  private static let input: Shape = [3, 4, 4]
  private static let x = LayerCheck.ramp([2, 3, 4, 4], 5, 17)

  private static func network(_ layer: any Layer) -> Network<Double> {
    var network = Network<Double>(input: input, random: RandomSource(seed: 0, stream: ""), layers: [layer])
    network.parameters = Tensor.concatenated([LayerCheck.ramp([4], 3, 5).affine(1, 1), LayerCheck.ramp([4], 2, 7)])
    return network
  }

  private static func expect(_ outputs: Tensor<Double>, _ expected: [Double]) {
    for (index, expected) in zip([0, 5, 17, 95], expected) { #expect(abs(outputs.elements[index] - expected) < 1e-12) }
  }

  @Test func batchesAndRunningMoments() {
    var network = NormalisationTests.network(BatchNorm())
    #expect(network.stateSlots.map(\.name) == ["batchNorm0.mean", "batchNorm0.variance"])
    #expect(network.state.elements == [0, 0, 0, 0, 1, 1, 1, 1])
    for _ in 0..<2 {
      var pass = network.trainingPass(RandomSource(seed: 0, stream: ""))
      let outputs = network.logits(
        Variable(NormalisationTests.x), parameters: network.variables(tracking: false), pass: &pass)
      NormalisationTests.expect(
        outputs.value, [-1.5015190733151818, -0.01396044488427428, -1.8494709540197558, 2.102278609972772])
      network.state = pass.state
    }
    let moments = [
      -0.007916666666666664, -0.007125000000000003, 0.007125000000000003, 0.007916666666666666, 0.8605427536231884,
      0.8555690217391305, 0.8555690217391305, 0.8605427536231884,
    ]
    for (found, expected) in zip(network.state.elements, moments) { #expect(abs(found - expected) < 1e-14) }
    NormalisationTests.expect(
      network(NormalisationTests.x),
      [-0.9830808542032803, -0.09152679936405371, -1.0429037128738123, 1.3246212813049203])
  }

  @Test func layersAndGroups() {
    NormalisationTests.expect(
      NormalisationTests.network(LayerNorm())(NormalisationTests.x),
      [-1.373295456609973, 0.3133481283331675, -1.694342780713646, 1.9099431849149595])
    NormalisationTests.expect(
      NormalisationTests.network(GroupNorm(groups: 2))(NormalisationTests.x),
      [-1.5335138553843835, -0.02625732386289012, -1.7960815511535273, 2.150270783076575])
  }

  @Test func derivatives() {
    LayerCheck.expectGradients([BatchNorm(), Activation(.tanh)], input: [2], examples: 4, mode: .training)
    LayerCheck.expectGradients([BatchNorm()], input: [2, 3])
    LayerCheck.expectGradients([LayerNorm(), Activation(.tanh)], input: [2, 4], examples: 2)
    LayerCheck.expectGradients([GroupNorm(groups: 2), Activation(.tanh)], input: [2, 1, 4], examples: 2)
  }
}
