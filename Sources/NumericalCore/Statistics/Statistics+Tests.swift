import Diagnostics

/// Two-sided tests of hypotheses.
extension Statistics {
  /// Student's test that the mean of a normal sample is `mean`.
  public static func studentTest(_ values: [Double], mean hypothesis: Double = 0) -> TestResult {
    let degrees = Double(values.count - 1)
    return studentResult((mean(values) - hypothesis) / standardError(values), degrees)
  }

  /// Student's test that the differences xᵢ − yᵢ of normal pairs have mean 0.
  public static func pairedStudentTest(_ x: [Double], _ y: [Double]) -> TestResult {
    requirePairs(x, y, "pairedStudentTest")
    return studentTest(Vector.subtract(x, y))
  }

  /// Welch's test that two normal samples, of whatever variances, have the same mean.
  /// - Source: Welch, "The generalization of Student's problem" (Biometrika 1947).
  public static func welchTest(_ x: [Double], _ y: [Double]) -> TestResult {
    let (a, b) = (variance(x) / Double(x.count), variance(y) / Double(y.count))
    let degrees = (a + b) * (a + b) / (a * a / Double(x.count - 1) + b * b / Double(y.count - 1))
    return studentResult((mean(x) - mean(y)) / (a + b).squareRoot(), degrees)
  }

  private static func studentResult(_ t: Double, _ degrees: Double) -> TestResult {
    let pValue = degrees >= 1 && !t.isNaN ? Distributions.studentTwoSided(t, degrees: degrees) : .nan
    return TestResult(statistic: t, pValue: pValue, degrees: degrees)
  }

  /// The Mann–Whitney test that two samples have the same law, by the normal approximation with corrections for ties
  /// and for continuity; the statistic is U of the first sample.
  /// - Complexity: O(n log n).
  /// - Source: Mann and Whitney (Ann. Math. Stat. 1947).
  public static func mannWhitneyTest(_ x: [Double], _ y: [Double]) -> TestResult {
    let (m, n) = (Double(x.count), Double(y.count))
    if m == 0 || n == 0 || (x + y).contains(where: \.isNaN) { return TestResult(statistic: .nan, pValue: .nan) }
    let ranks = ranks(x + y)
    let u = Vector.sum(Array(ranks.prefix(x.count))) - m * (m + 1) / 2
    var ties = 0.0
    let sorted = ranks.sorted()
    var start = 0
    for index in 1...sorted.count where index == sorted.count || sorted[index] != sorted[start] {
      let run = Double(index - start)
      ties += run * (run * run - 1)
      start = index
    }
    let total = m + n
    let spread = (m * n / 12 * (total + 1 - ties / (total * (total - 1)))).squareRoot()
    let excess = max(u, m * n - u) - m * n / 2 - 0.5
    return TestResult(statistic: u, pValue: min(1, 2 * Distributions.normalTail(excess / spread)))
  }

  /// The exact test that the probability of a success is `probability`, after `successes` in `trials`; the statistic is
  /// the share of successes, and outcomes that are no more likely than the one seen count as extreme.
  /// - Complexity: O(trials).
  public static func binomialTest(successes: Int, trials: Int, probability: Double = 0.5) -> TestResult {
    if trials < 1 || successes < 0 || successes > trials { return TestResult(statistic: .nan, pValue: .nan) }
    func mass(_ k: Int) -> Double { Distributions.binomialProbability(k, trials: trials, probability: probability) }
    let cut = mass(successes) * (1 + 1e-7)
    let total = (0...trials).reduce(0.0) {
      let p = mass($1)
      return p <= cut ? $0 + p : $0
    }
    return TestResult(statistic: Double(successes) / Double(trials), pValue: min(1, total))
  }

  /// Pearson's χ² test that counts come from a law with the given expected counts.
  /// - Parameters:
  ///   - expected: as many, each > 0, of about the same sum; expected counts below 5 make the test unreliable.
  ///   - estimated: how many parameters of the law were estimated from the counts.
  public static func chiSquareTest(observed: [Int], expected: [Double], estimated: Int = 0) -> TestResult {
    if observed.count != expected.count { trap("chiSquareTest: \(observed.count) and \(expected.count) counts") }
    let statistic = zip(observed, expected).reduce(0.0) {
      let difference = Double($1.0) - $1.1
      return $0 + difference * difference / $1.1
    }
    let degrees = Double(observed.count - 1 - estimated)
    if !(degrees >= 1) { return TestResult(statistic: statistic, pValue: .nan, degrees: degrees) }
    return TestResult(
      statistic: statistic, pValue: Distributions.chiSquareTail(statistic, degrees: degrees), degrees: degrees)
  }

  /// The Kolmogorov–Smirnov test that a sample comes from the continuous law with the given distribution function.
  ///
  /// The statistic is sup |Fₙ − F|; the p-value is asymptotic, good from about 50 values on.
  /// - Complexity: O(n log n).
  public static func kolmogorovSmirnovTest(_ values: [Double], cdf: (Double) -> Double) -> TestResult {
    let n = Double(values.count)
    if values.isEmpty || values.contains(where: \.isNaN) { return TestResult(statistic: .nan, pValue: .nan) }
    var distance = 0.0
    for (index, value) in values.sorted().enumerated() {
      let p = cdf(value)
      distance = max(distance, max(p - Double(index) / n, Double(index + 1) / n - p))
    }
    return TestResult(statistic: distance, pValue: Distributions.kolmogorovTail(distance * n.squareRoot()))
  }
}

extension Distributions {
  /// P(K > x) for Kolmogorov's law, the limit of √n·sup |Fₙ − F|.
  /// - Accuracy: relative error ≤ 1e-12 where the value is above 1e-280.
  public static func kolmogorovTail(_ x: Double) -> Double {
    if !(x > 0.04) { return x.isNaN ? x : 1 }
    var sum = 0.0
    if x < 1 {
      // By Jacobi's identity.
      for k in 1...4 {
        let odd = Double(2 * k - 1) * Double.pi / x
        sum += Elementary.exp(-odd * odd / 8)
      }
      return 1 - (2 * Double.pi).squareRoot() / x * sum
    }
    for k in 1...8 {
      let term = Elementary.exp(-2 * Double(k * k) * x * x)
      sum += k % 2 == 1 ? term : -term
    }
    return 2 * sum
  }
}
