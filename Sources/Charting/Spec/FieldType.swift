/// How the values of a field are to be read.
enum FieldType: String, Sendable, Hashable, CaseIterable {
  case quantitative, nominal, ordinal, temporal

  init?(code: String) {
    switch code.uppercased() {
    case "Q", "QUANTITATIVE": self = .quantitative
    case "N", "NOMINAL": self = .nominal
    case "O", "ORDINAL": self = .ordinal
    case "T", "TEMPORAL": self = .temporal
    default: return nil
    }
  }

  var isDiscrete: Bool { self == .nominal || self == .ordinal }
}
