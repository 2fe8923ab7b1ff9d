/// Fits the columns of a table into a measure.
enum ColumnWidths {
  /// A column's widest content on one line, and its widest piece that cannot be divided.
  struct Demand: Hashable {
    var natural: Double
    var minimum: Double
  }

  /// - Parameters:
  ///   - available: width for all columns without the gaps.
  ///   - rigid: columns that give nothing.
  /// - Returns: the natural widths where they fit; otherwise each column gives in proportion to what it can; columns
  ///   whose minima do not fit are narrowed in proportion, so that their content is divided anywhere.
  static func fit(_ demands: [Demand], into available: Double, rigid: Set<Int> = []) -> [Double] {
    let demands = demands.enumerated().map { index, demand in
      rigid.contains(index) ? Demand(natural: demand.natural, minimum: demand.natural) : demand
    }
    let natural = demands.reduce(0) { $0 + $1.natural }
    guard natural > available else { return demands.map(\.natural) }
    let minimum = demands.reduce(0) { $0 + $1.minimum }
    guard minimum <= available else {
      let fixed = demands.enumerated().reduce(0) { $0 + (rigid.contains($1.offset) ? $1.element.natural : 0) }
      let factor = max(0.05, (available - fixed) / max(1, minimum - fixed))
      return demands.enumerated().map { rigid.contains($0.offset) ? $0.element.natural : $0.element.minimum * factor }
    }
    return shared(demands, available)
  }

  /// Columns narrower than their fair share keep their natural width; the others share the rest evenly.
  private static func shared(_ demands: [Demand], _ available: Double) -> [Double] {
    var widths = demands.map(\.minimum)
    var open = Set(demands.indices.filter { demands[$0].natural > demands[$0].minimum })
    var rest = available - widths.reduce(0, +)
    while !open.isEmpty && rest > 0.01 {
      let share = rest / Double(open.count)
      var used = 0.0
      for column in open.sorted() {
        let give = min(share, demands[column].natural - widths[column])
        widths[column] += give
        used += give
        if demands[column].natural - widths[column] < 0.01 { open.remove(column) }
      }
      rest -= used
    }
    return widths
  }
}
