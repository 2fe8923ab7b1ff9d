/// One step with its estimate of the error, the first width, and values between steps.
extension DormandPrince {
  private func scale(_ a: Double, _ b: Double) -> Double { absoluteTolerance + relativeTolerance * max(abs(a), abs(b)) }

  /// A first step for which Euler's method errs by about the tolerance (Hairer, Nørsett and Wanner, II.4).
  mutating func firstWidth(
    _ state: [Double], _ sign: Double, _ time: Double, _ derivative: (Double, [Double], inout [Double]) -> Void,
    _ evaluations: inout Int
  ) -> Double {
    func norm(_ values: (Int) -> Double) -> Double {
      let sum = (0..<dimension).reduce(0.0) {
        let ratio = values($1) / max(scale(state[$1], state[$1]), .leastNormalMagnitude)
        return $0 + ratio * ratio
      }
      return (sum / Double(max(1, dimension))).squareRoot()
    }
    let (size, slope) = (norm { state[$0] }, norm { k1[$0] })
    let h0 = size < 1e-5 || slope < 1e-5 || !size.isFinite || !slope.isFinite ? 1e-6 : 0.01 * size / slope
    for i in 0..<dimension { stage[i] = state[i] + sign * h0 * k1[i] }
    derivative(time + sign * h0, stage, &k2)
    evaluations += 1
    let bend = norm { k2[$0] - k1[$0] } / h0
    let largest = max(slope, bend)
    let h1 = largest <= 1e-15 ? max(1e-6, h0 * 1e-3) : Elementary.power(0.01 / largest, 0.2)
    let width = min(100 * h0, h1)
    return width.isFinite && width > 0 ? width : h0
  }

  /// stage ← the state after a step of h, k7 ← the derivative there; returns the error in units of the tolerance.
  mutating func tryStep(
    _ x: [Double], _ t: Double, _ h: Double, _ derivative: (Double, [Double], inout [Double]) -> Void
  ) -> Double {
    for i in 0..<dimension { stage[i] = x[i] + h * (0.2 * k1[i]) }
    derivative(t + 0.2 * h, stage, &k2)
    for i in 0..<dimension { stage[i] = x[i] + h * (3.0 / 40 * k1[i] + 9.0 / 40 * k2[i]) }
    derivative(t + 0.3 * h, stage, &k3)
    for i in 0..<dimension { stage[i] = x[i] + h * (44.0 / 45 * k1[i] - 56.0 / 15 * k2[i] + 32.0 / 9 * k3[i]) }
    derivative(t + 0.8 * h, stage, &k4)
    for i in 0..<dimension {
      let low = 19372.0 / 6561 * k1[i] - 25360.0 / 2187 * k2[i]
      stage[i] = x[i] + h * (low + 64448.0 / 6561 * k3[i] - 212.0 / 729 * k4[i])
    }
    derivative(t + 8.0 / 9 * h, stage, &k5)
    for i in 0..<dimension {
      let low = 9017.0 / 3168 * k1[i] - 355.0 / 33 * k2[i]
      stage[i] = x[i] + h * (low + 46732.0 / 5247 * k3[i] + 49.0 / 176 * k4[i] - 5103.0 / 18656 * k5[i])
    }
    derivative(t + h, stage, &k6)
    for i in 0..<dimension {
      let low = 35.0 / 384 * k1[i] + 500.0 / 1113 * k3[i] + 125.0 / 192 * k4[i]
      stage[i] = x[i] + h * (low - 2187.0 / 6784 * k5[i] + 11.0 / 84 * k6[i])
    }
    derivative(t + h, stage, &k7)
    var sum = 0.0
    for i in 0..<dimension {
      let low = 71.0 / 57600 * k1[i] - 71.0 / 16695 * k3[i] + 71.0 / 1920 * k4[i]
      let error = h * (low - 17253.0 / 339200 * k5[i] + 22.0 / 525 * k6[i] - 1.0 / 40 * k7[i])
      if error == 0 { continue }
      let ratio = error / scale(x[i], stage[i])
      sum += ratio * ratio
    }
    return (sum / Double(max(1, dimension))).squareRoot()
  }

  /// output ← the state at the share θ of the last step, which began at x; the step's own result at its end.
  mutating func interpolate(_ x: [Double], _ h: Double, _ theta: Double, isEnd: Bool) {
    if isEnd {
      for i in 0..<dimension { output[i] = stage[i] }
      return
    }
    let rest = 1 - theta
    for i in 0..<dimension {
      let difference = stage[i] - x[i]
      let bend = h * k1[i] - difference
      let low = -12_715_105_075.0 / 11_282_082_432 * k1[i] + 87_487_479_700.0 / 32_700_410_799 * k3[i]
      let middle = -10_690_763_975.0 / 1_880_347_072 * k4[i] + 701_980_252_875.0 / 199_316_789_632 * k5[i]
      let high = -1_453_857_185.0 / 822_651_844 * k6[i] + 69_997_945.0 / 29_380_423 * k7[i]
      let quartic = h * (low + middle + high)
      let inner = difference - h * k7[i] - bend + rest * quartic
      output[i] = x[i] + theta * (difference + rest * (bend + theta * inner))
    }
  }
}
