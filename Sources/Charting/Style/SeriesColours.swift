import Tables

/// Which categorical colour a value of a field has, kept for a whole notebook: the same method has the same colour in every chart.
package struct SeriesColours: Sendable, Equatable {
  private var assigned: [String: [Value: Int]] = [:]

  package init() {}

  /// The colour indices of a domain; values not met before take the first free ones, in the order of the domain.
  mutating func indices(field: String, domain: [Value]) -> [Int] {
    var known = assigned[field] ?? [:]
    var used = Set(known.values)
    let result = domain.map { value -> Int in
      let key = DiscreteScale.key(value)
      if let index = known[key] { return index }
      var index = 0
      while used.contains(index) { index += 1 }
      used.insert(index)
      known[key] = index
      return index
    }
    assigned[field] = known
    return result
  }
}
