/// How a report's claims fared, in words and numbers.
package enum VerdictSummary {
  package static func count(_ report: Report, _ verdict: Claim.Verdict) -> Int { report.claims.filter { $0.verdict == verdict }.count }

  /// "23 of 24 claims supported, 1 inconclusive, at scale standard."
  package static func sentence(_ report: Report) -> String {
    let total = report.claims.count
    let supported = count(report, .supported)
    let head = supported == total ? (total == 1 ? "The claim is supported" : "All \(total) claims are supported") : "\(supported) of \(total) claims supported"
    let others = Claim.Verdict.allCases.filter { $0 != .supported && count(report, $0) > 0 }.map { "\(count(report, $0)) \($0.rawValue)" }
    return ([head] + others).joined(separator: ", ") + " at scale \(report.scale)."
  }
}

extension Claim.Verdict {
  /// A sign that says the verdict without colour.
  package var sign: String {
    switch self {
    case .supported: "✓"
    case .refuted: "✗"
    case .inconclusive: "?"
    case .blocked: "–"
    case .faulty: "!"
    }
  }
}
