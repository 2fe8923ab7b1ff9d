/// Finds the known names that a mistyped one was probably meant to be.
public enum NearestNames {
  /// Up to `limit` known names near `name`, nearest first; ties in the order of `known`.
  ///
  /// A name is near when its edit distance (insertion, deletion, substitution, transposition of neighbours; case is
  /// free) is at most a third of the longer length, or when one is a prefix of the other of three characters or more.
  /// - Complexity: O(known × length²).
  public static func of(_ name: String, in known: [String], limit: Int = 3) -> [String] {
    let wanted = Array(name.lowercased())
    guard !wanted.isEmpty else { return [] }
    var scored: [(distance: Int, index: Int)] = []
    for (index, candidate) in known.enumerated() {
      let letters = Array(candidate.lowercased())
      let distance = editDistance(wanted, letters)
      let allowed = max(1, max(wanted.count, letters.count) / 3)
      let isPrefix = min(wanted.count, letters.count) >= 3 && (letters.starts(with: wanted) || wanted.starts(with: letters))
      if distance <= allowed || isPrefix { scored.append((isPrefix ? min(distance, allowed) : distance, index)) }
    }
    return scored.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.prefix(limit).map { known[$0.index] }
  }

  /// Optimal string alignment distance (Damerau–Levenshtein without repeated edits of a substring).
  static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var current = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        current[j] = min(last[j] + 1, current[j - 1] + 1, substitution)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { current[j] = min(current[j], beforeLast[j - 2] + 1) }
      }
      (beforeLast, last) = (last, current)
    }
    return last[b.count]
  }
}
