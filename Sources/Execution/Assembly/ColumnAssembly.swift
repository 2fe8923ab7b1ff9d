import Tables

/// Joins the cells of one column from many runs.
enum ColumnAssembly {
  /// A column of the promised type; parts are of that type already, but that integers stand for reals.
  static func column(_ schema: ColumnSchema, _ parts: [Column.Storage?]) -> Column {
    switch schema.type {
    case .real:
      var cells: [Double] = []
      for part in parts {
        switch part {
        case .real(let values)?: cells += values
        case .integer(let values)?: cells += values.map { $0.map(Double.init) ?? .nan }
        default: break
        }
      }
      return Column(schema.name, .real(cells))
    case .integer:
      var cells: [Int?] = []
      for case .integer(let values)? in parts { cells += values }
      return Column(schema.name, .integer(cells))
    case .text:
      var cells: [String?] = []
      for case .text(let values)? in parts { cells += values }
      return Column(schema.name, .text(cells))
    case .boolean:
      var cells: [Bool?] = []
      for case .boolean(let values)? in parts { cells += values }
      return Column(schema.name, .boolean(cells))
    }
  }
}
