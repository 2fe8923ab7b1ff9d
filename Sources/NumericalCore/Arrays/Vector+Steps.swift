import Diagnostics

extension Vector {
  /// About `count` ≥ 2 different whole numbers from 1 through `last` ≥ 1 at nearly equal ratios, both ends among them:
  /// when to look at an iteration whose axis is logarithmic.
  public static func logarithmicSteps(through last: Int, count: Int) -> [Int] {
    if last < 1 { trap("logarithmicSteps: the last step \(last) is below 1") }
    if last == 1 { return [1] }
    let spaced = logarithmicallySpaced(from: 1, through: Double(last), count: count).map { Int($0.rounded()) }
    return spaced.reduce(into: []) { steps, next in if next != steps.last { steps.append(next) } }
  }

  /// λᵢ = i⁻ᵖ for i = 1 … `count`: the eigenvalues of a covariance under a capacity condition of exponent p.
  public static func powerLaw(exponent p: Double, count: Int) -> [Double] {
    (0..<count).map { $0 == 0 ? 1 : Elementary.exp(-p * Elementary.log(Double($0 + 1))) }
  }
}
