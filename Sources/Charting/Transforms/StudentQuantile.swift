#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Quantiles of Student's distribution for confidence intervals.
enum StudentQuantile {
  private static let table: [Double] = [
    12.706204736432095, 4.302652729696142, 3.182446305284263, 2.7764451051977987, 2.5705818366147395, 2.4469118487916806,
    2.3646242510102993, 2.3060041350333704, 2.2621571627409915, 2.2281388519649385, 2.200985160082949, 2.1788128296634177,
    2.1603686564610127, 2.1447866879169273, 2.131449545559323, 2.1199052992210112, 2.1098155778331806, 2.10092204024096,
    2.093024054408263, 2.0859634472658364, 2.079613844727662, 2.0738730679040147, 2.0686576104190406, 2.0638985616280205,
    2.059538552753294, 2.055529438642871, 2.0518305164802833, 2.048407141795244, 2.0452296421327034, 2.042272456301238,
  ]

  /// The 0.975 quantile: tabulated up to 30 degrees of freedom, beyond by the Cornish–Fisher series (error below 1e-7).
  static func twoSided95(degreesOfFreedom: Int) -> Double {
    guard degreesOfFreedom >= 1 else { return .nan }
    if degreesOfFreedom <= table.count { return table[degreesOfFreedom - 1] }
    let z = 1.959963984540054
    let n = Double(degreesOfFreedom)
    let (z3, z5, z7, z9) = (pow(z, 3), pow(z, 5), pow(z, 7), pow(z, 9))
    let first = (z3 + z) / 4
    let second = (5 * z5 + 16 * z3 + 3 * z) / 96
    let third = (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / 384
    let fourth = (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / 92160
    return z + first / n + second / (n * n) + third / (n * n * n) + fourth / (n * n * n * n)
  }
}
