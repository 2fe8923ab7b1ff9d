import Foundation
import Testing

@testable import NumericalCore

@Suite struct ElementaryTests {
  @Test func expAgreesWithTheSystem() {
    var source = RandomSource(seed: 1, stream: "exp")
    var worst = 0.0
    for _ in 0..<20_000 {
      let x = source.uniform(in: -708..<709)
      worst = max(worst, abs(Elementary.exp(x) / Foundation.exp(x) - 1))
    }
    #expect(worst < 4e-16)
    for x in [-1e-20, 0, 1e-300, 0.5, 1] { #expect(agree(Elementary.exp(x), Foundation.exp(x), relative: 3e-16)) }
    #expect(Elementary.exp(709.78).isFinite)
    #expect(Elementary.exp(710) == .infinity)
    #expect(Elementary.exp(-.infinity) == 0)
    #expect(Elementary.exp(.nan).isNaN)
  }

  @Test func logAgreesWithTheSystem() {
    var source = RandomSource(seed: 1, stream: "log")
    var worst = 0.0
    for _ in 0..<20_000 {
      let x = Foundation.exp(source.uniform(in: -700..<700))
      worst = max(worst, abs(Elementary.log(x) / Foundation.log(x) - 1))
      let near = source.uniform(in: 0.5..<2)
      worst = max(worst, abs(Elementary.log(near) / Foundation.log(near) - 1))
    }
    #expect(worst < 4.5e-16)
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.log(0) == -.infinity)
    #expect(Elementary.log(-1).isNaN)
    #expect(Elementary.log(.infinity) == .infinity)
    #expect(agree(Elementary.log(.leastNonzeroMagnitude), Foundation.log(.leastNonzeroMagnitude), relative: 1e-15))
  }

  @Test func vectorFormsEqualTheScalarOnes() {
    let values = [-800, -708.39, -3, -0.0, 0, 0x1p-1030, 0.1, 1, 7, 709.7, 800, .infinity, -.infinity]
    for count in [0, 1, 255, 256, 257, 600] {
      let inputs = (0..<count).map { values[$0 % values.count] }
      var exps = inputs
      var logs = inputs
      Elementary.exp(&exps)
      Elementary.log(&logs)
      for index in 0..<count {
        #expect(exps[index] == Elementary.exp(inputs[index]))
        let log = Elementary.log(inputs[index])
        #expect(logs[index] == log || (logs[index].isNaN && log.isNaN))
      }
    }
  }
}
