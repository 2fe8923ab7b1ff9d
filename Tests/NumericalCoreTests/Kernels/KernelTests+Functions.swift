import CKernels
import Glibc
import Testing

extension KernelTests {
  /// A function with its exact value in extended precision, sampled on ranges, and the error allowed in units of the
  /// last place of float and double.
  struct Law: Sendable, CustomTestStringConvertible {
    let function: rk_unary
    let name: String
    let ranges: [ClosedRange<Double>]
    let floatError: Double
    let doubleError: Double
    let exact: @Sendable (Float80) -> Float80
    var testDescription: String { name }
  }

  static let rootHalf: Float80 = Float80(1) / Float80(2).squareRoot()
  static let density: Float80 = rootHalf / Float80.pi.squareRoot()

  static let laws: [Law] = [
    Law(
      function: RK_EXP, name: "exp", ranges: [-87...88.7, -1...1], floatError: 1, doubleError: 1,
      exact: { Glibc.exp($0) }),
    Law(
      function: RK_EXPM1, name: "expm1", ranges: [-30...88, -1...1, -1e-3...1e-3], floatError: 2, doubleError: 2,
      exact: { Glibc.expm1($0) }),
    Law(
      function: RK_LOG, name: "log", ranges: [1e-30...1, 0.5...2, 1...1e30], floatError: 1, doubleError: 1,
      exact: { Glibc.log($0) }),
    Law(
      function: RK_LOG1P, name: "log1p", ranges: [-0.999999...1, -1e-3...1e-3, 1...1e6], floatError: 1, doubleError: 1,
      exact: { Glibc.log1p($0) }),
    Law(
      function: RK_SIN, name: "sin", ranges: [-4...4, -1e4...1e4, 1e5...1e9, 1e20...1e30], floatError: 2, doubleError: 3,
      exact: { Glibc.sin($0) }),
    Law(
      function: RK_COS, name: "cos", ranges: [-4...4, -1e4...1e4, 1e5...1e9, 1e20...1e30], floatError: 2, doubleError: 3,
      exact: { Glibc.cos($0) }),
    Law(
      function: RK_TANH, name: "tanh", ranges: [-1...1, -10...10, -1e-3...1e-3], floatError: 2, doubleError: 2.5,
      exact: { Glibc.tanh($0) }),
    Law(
      function: RK_SIGMOID, name: "sigmoid", ranges: [-5...5, -80...80], floatError: 2, doubleError: 2,
      exact: { 1 / (1 + Glibc.exp(-$0)) }),
    Law(
      function: RK_SOFTPLUS, name: "softplus", ranges: [-5...5, -80...80], floatError: 2, doubleError: 2,
      exact: { max($0, 0) + Glibc.log1p(Glibc.exp(-abs($0))) }),
    Law(
      function: RK_ERF, name: "erf", ranges: [-1.5...1.5, -7...7, -1e-3...1e-3], floatError: 1, doubleError: 1,
      exact: { Glibc.erf($0) }),
    Law(
      function: RK_GELU, name: "gelu", ranges: [-5...5, -12...12], floatError: 6, doubleError: 6,
      exact: { $0 * Glibc.erfc(-$0 * rootHalf) / 2 }),
    Law(
      function: RK_SQRT, name: "sqrt", ranges: [0...4, 0...1e30], floatError: 0.5001, doubleError: 0.5005,
      exact: { $0.squareRoot() }),
    Law(
      function: RK_RSQRT, name: "rsqrt", ranges: [1e-3...4, 1...1e30], floatError: 1.6, doubleError: 1.6,
      exact: { 1 / $0.squareRoot() }),
    Law(
      function: RK_RECIPROCAL, name: "1/x", ranges: [-4...(-1e-3), 1...1e30], floatError: 0.5001, doubleError: 0.5005,
      exact: { 1 / $0 }),
  ]

  @Test(arguments: laws) func accuracyInUlp(of law: Law) {
    Self.check(law, Float.self, allowed: law.floatError)
    Self.check(law, Double.self, allowed: law.doubleError)
  }

  static func check<Element: KernelScalar>(_ law: Law, _ type: Element.Type, allowed: Double) {
    for range in law.ranges {
      var numbers = Numbers(seed: 5)
      let x: [Element] = numbers.uniform(20_003, from: range.lowerBound, to: range.upperBound)
      let found = atEveryLevel { () -> [[Element]] in
        var y = [Element](repeating: .nan, count: x.count)
        Element.apply(law.function, x.count, x, &y)
        return [y]
      }
      var worst = 0.0, place: Element = 0
      for (argument, value) in zip(x, found[0]) {
        let exact = law.exact(Float80(argument))
        guard Element(abs(exact)) >= Element.leastNormalMagnitude else { continue }
        let units = Double(abs(Float80(value) - exact) / Float80(Element(abs(exact)).ulp))
        if !(units <= worst) { (worst, place) = (units, argument) }
      }
      #expect(worst <= allowed, "\(law.name) on \(range) of \(type), at \(place)")
    }
  }

  /// The derivatives of gelu cross zero: their errors are relative to 1.
  @Test func derivativesOfGelu() {
    var numbers = Numbers(seed: 6)
    let x: [Double] = numbers.uniform(5_000, from: -12, to: 12)
    let found = Self.atEveryLevel { () -> [[Double]] in
      var first = x, second = x
      rk_unary_f64(RK_GELU_GRADIENT, x.count, x, &first)
      rk_unary_f64(RK_GELU_SECOND_GRADIENT, x.count, x, &second)
      return [first, second]
    }
    let narrow = x.map { Float($0) }
    let singles = Self.atEveryLevel { () -> [[Float]] in
      var first = narrow, second = narrow
      rk_unary_f32(RK_GELU_GRADIENT, x.count, narrow, &first)
      rk_unary_f32(RK_GELU_SECOND_GRADIENT, x.count, narrow, &second)
      return [first, second]
    }
    for (index, value) in x.enumerated() {
      for (argument, first, second, allowed) in [
        (Float80(value), Float80(found[0][index]), Float80(found[1][index]), Float80(1e-15)),
        (Float80(narrow[index]), Float80(singles[0][index]), Float80(singles[1][index]), Float80(4e-7)),
      ] {
        let bell = Self.density * Glibc.exp(-argument * argument / 2)
        #expect(abs(first - (Glibc.erfc(-argument * Self.rootHalf) / 2 + argument * bell)) < allowed)
        #expect(abs(second - (2 - argument * argument) * bell) < allowed)
      }
    }
  }

  @Test func specialValues() {
    let x: [Float] = [0, -0.0, .infinity, -.infinity, .nan, 1, -1, 1e30, -1e30, -100]
    let expected: [(rk_unary, [Float])] = [
      (RK_NEGATE, [-0.0, 0, -.infinity, .infinity, .nan, -1, 1, -1e30, 1e30, 100]),
      (RK_ABS, [0, 0, .infinity, .infinity, .nan, 1, 1, 1e30, 1e30, 100]),
      (RK_SIGN, [0, 0, 1, -1, .nan, 1, -1, 1, -1, -1]),
      (RK_RELU, [0, 0, .infinity, 0, .nan, 1, 0, 1e30, 0, 0]),
      (RK_STEP, [0, 0, 1, 0, 0, 1, 0, 1, 0, 0]),
      (RK_EXP, [1, 1, .infinity, 0, .nan, 2.7182817, 0.36787945, .infinity, 0, 0]),
      (RK_EXPM1, [0, -0.0, .infinity, -1, .nan, 1.7182817, -0.63212055, .infinity, -1, -1]),
      (RK_LOG, [-.infinity, -.infinity, .infinity, .nan, .nan, 0, .nan, 69.07755, .nan, .nan]),
      (RK_LOG1P, [0, -0.0, .infinity, .nan, .nan, 0.6931472, -.infinity, 69.07755, .nan, .nan]),
      (RK_TANH, [0, 0, 1, -1, .nan, 0.7615942, -0.7615942, 1, -1, -1]),
      (RK_SIGMOID, [0.5, 0.5, 1, 0, .nan, 0.7310586, 0.26894143, 1, 0, 0]),
      (RK_SOFTPLUS, [0.6931472, 0.6931472, .infinity, 0, .nan, 1.3132617, 0.31326169, 1e30, 0, 0]),
      (RK_ERF, [0, 0, 1, -1, .nan, 0.8427008, -0.8427008, 1, -1, -1]),
      (RK_GELU, [0, 0, .infinity, 0, .nan, 0.84134477, -0.15865526, 1e30, 0, 0]),
      (RK_GELU_GRADIENT, [0.5, 0.5, 1, 0, .nan, 1.0833155, -0.08331549, 1, 0, 0]),
      (RK_GELU_SECOND_GRADIENT, [0.7978846, 0.7978846, 0, 0, .nan, 0.24197073, 0.24197073, 0, 0, 0]),
    ]
    for (function, values) in expected {
      let found = Self.atEveryLevel { () -> [[Float]] in
        var y = x
        rk_unary_f32(function, x.count, x, &y)
        return [y]
      }
      for (index, pair) in zip(found[0], values).enumerated() {
        let same = pair.0 == pair.1 || (pair.0.isNaN && pair.1.isNaN) || abs(pair.0 - pair.1) <= 2 * pair.1.ulp
        #expect(same, "function \(function.rawValue) of \(x[index]): \(pair.0), not \(pair.1)")
      }
    }
  }
}
