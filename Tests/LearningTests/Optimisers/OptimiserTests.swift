import NumericalCore
import Testing

@testable import Learning

/// Five steps of `SmallNetwork` against PyTorch 2.
@Suite struct OptimiserTests {
  private struct Reference {
    let losses: [Double]
    let weights: [Double]
    let filter: Double
    let absoluteSum: Double
  }

  private static func check(_ optimiser: any Optimiser<Double>, stepSize: Double, _ reference: Reference) {
    var optimiser = optimiser
    var network = SmallNetwork.network
    for expected in reference.losses {
      let (loss, gradient) = SmallNetwork.step(network)
      #expect(abs(loss - expected) < 1e-12)
      optimiser.update(&network.parameters, gradient: gradient, stepSize: stepSize)
    }
    let weights = network["dense2.weights"].elements
    for (found, expected) in zip(weights, reference.weights) { #expect(abs(found - expected) < 1e-12) }
    #expect(abs(network["convolution0.filters"].elements[5] - reference.filter) < 1e-12)
    #expect(abs(network.parameters.map(.absolute).sum() - reference.absoluteSum) < 1e-11)
  }

  @Test func descent() {
    OptimiserTests.check(
      SGD(), stepSize: 0.1,
      Reference(
        losses: [1.4982906270478613, 1.357738256619468, 1.2489732593113234, 1.1538809444671503, 1.080650512411508],
        weights: [-0.601883639520975, -0.10280015626196971, 0.39484890000564926], filter: -0.3802035058319924,
        absoluteSum: 32.1690693625328))
  }

  @Test func momentumAndWeightDecay() {
    OptimiserTests.check(
      SGD(momentum: 0.9, weightDecay: 0.01), stepSize: 0.1,
      Reference(
        losses: [1.4982906270478613, 1.3576724368000306, 1.154370314141816, 0.9876216341572053, 0.8048571136833763],
        weights: [-0.5979060613857695, -0.10705396578741959, 0.37880670588956133], filter: -0.5026297179579751,
        absoluteSum: 32.60179686814988))
  }

  @Test func nesterovMomentum() {
    OptimiserTests.check(
      SGD(momentum: 0.9, isNesterov: true, weightDecay: 0.01), stepSize: 0.1,
      Reference(
        losses: [1.4982906270478613, 1.256256533707017, 1.0456419081277268, 0.8591499550069174, 0.6600721740503633],
        weights: [-0.5953850366130686, -0.1061729107417541, 0.3783279202523543], filter: -0.5248980711287191,
        absoluteSum: 33.13416652439386))
  }

  @Test func adam() {
    OptimiserTests.check(
      Adam(firstDecay: 0.9, secondDecay: 0.99, weightDecay: 0.01), stepSize: 0.05,
      Reference(
        losses: [1.4982906270478613, 1.1405063795582369, 0.8954578856148606, 0.7023614753805382, 0.5703862880984222],
        weights: [-0.561557319247694, -0.26873915629103223, 0.19464423167011044], filter: -0.5380444943528078,
        absoluteSum: 33.43306028000771))
  }

  @Test func decoupledWeightDecay() {
    OptimiserTests.check(
      Adam.decoupled(weightDecay: 0.1), stepSize: 0.05,
      Reference(
        losses: [1.4982906270478613, 1.1413875526186668, 0.898965172713399, 0.7080088432340558, 0.5764097265339364],
        weights: [-0.776558392832512, -0.293014188173892, 0.20155728996154632], filter: -0.5286331199829577,
        absoluteSum: 33.97558370239955))
  }

  /// A copy goes its own way; a reset one begins anew.
  @Test func stateIsAValue() {
    let gradient = Tensor<Double>(vector: [1, -2])
    var optimiser = SGD<Double>(momentum: 0.5)
    var first = Tensor<Double>(vector: [0, 0])
    optimiser.update(&first, gradient: gradient, stepSize: 1)
    var copy = optimiser
    var second = first
    copy.update(&second, gradient: gradient, stepSize: 1)
    #expect(second.elements == [-2.5, 5])
    optimiser.reset()
    optimiser.update(&first, gradient: gradient, stepSize: 1)
    #expect(first.elements == [-2, 4])
  }
}
