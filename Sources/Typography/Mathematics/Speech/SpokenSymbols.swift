/// How symbols are called when a formula is read aloud.
enum SpokenSymbols {
  static func name(of atom: MathAtom) -> String {
    let plain = name(of: atom.scalar)
    switch atom.alphabet {
    case .bold, .boldItalic, .sansBold, .sansBoldItalic: return "bold \(plain)"
    case .script, .boldScript: return "script \(plain)"
    case .fraktur, .boldFraktur: return "fraktur \(plain)"
    case .doubleStruck: return doubleStruck[atom.scalar] ?? "double-struck \(plain)"
    default: return plain
    }
  }

  static func name(of scalar: UInt32) -> String {
    if let name = names[scalar] { return name }
    if scalar < 0x80 { return String(scalarValue: scalar) }
    if let command = commands[scalar] { return command }
    return String(scalarValue: scalar)
  }

  /// What a sign over or under something is called.
  static func drawing(_ scalar: UInt32) -> String { drawings[scalar] ?? name(of: scalar) }

  private static let drawings: [UInt32: String] = [
    0x2192: "a right arrow", 0x2190: "a left arrow", 0x2194: "a double arrow", 0x21D2: "a heavy right arrow",
    0x21C0: "a right harpoon", 0x21BC: "a left harpoon", 0x23DC: "an arc", 0x23DD: "an arc", 0x23B4: "a bracket",
    0x23B5: "a bracket", 0x23E0: "a bracket", 0x23E1: "a bracket", 0x303: "a tilde",
  ]

  static func bigOperator(_ scalar: UInt32) -> String { "\(bigOperators[scalar] ?? "the \(name(of: scalar))") of" }

  static func function(_ name: String) -> String {
    functions[name] ?? name.split(separator: "\u{2009}").joined(separator: " ")
  }

  static func opening(_ scalar: UInt32) -> String {
    scalar == 0x7C ? "the absolute value of" : scalar == 0x2016 ? "the norm of" : name(of: scalar)
  }

  static func closing(_ scalar: UInt32) -> String {
    scalar == 0x7C ? ", end absolute value," : scalar == 0x2016 ? ", end norm," : name(of: scalar)
  }

  private static let functions: [String: String] = [
    "sin": "sine", "cos": "cosine", "tan": "tangent", "ln": "natural log", "exp": "exp", "lim": "the limit",
    "sup": "the supremum", "inf": "the infimum", "max": "the maximum", "min": "the minimum", "det": "determinant",
    "arg\u{2009}min": "the arg min", "arg\u{2009}max": "the arg max", "Pr": "the probability",
    "lim\u{2009}sup": "the limit superior", "lim\u{2009}inf": "the limit inferior",
  ]

  private static let bigOperators: [UInt32: String] = [
    0x2211: "the sum", 0x220F: "the product", 0x2210: "the coproduct", 0x222B: "the integral",
    0x222C: "the double integral", 0x222D: "the triple integral", 0x222E: "the contour integral",
    0x22C2: "the intersection", 0x22C3: "the union", 0x2A01: "the direct sum", 0x2A02: "the tensor product",
    0x22C0: "the conjunction", 0x22C1: "the disjunction",
  ]

  private static let doubleStruck: [UInt32: String] = [
    0x52: "the reals", 0x4E: "the naturals", 0x5A: "the integers", 0x51: "the rationals", 0x43: "the complex numbers",
    0x45: "expectation", 0x50: "probability", 0x31: "indicator",
  ]

  private static let names: [UInt32: String] = [
    0x2B: "plus", 0x2212: "minus", 0x3D: "equals", 0x3C: "is less than", 0x3E: "is greater than", 0xB1: "plus or minus",
    0x2213: "minus or plus", 0xD7: "times", 0x22C5: "times", 0xF7: "divided by", 0x2F: "over", 0x2217: "star",
    0x22C6: "star", 0x2218: "composed with", 0x2264: "is at most", 0x2265: "is at least", 0x2A7D: "is at most",
    0x2A7E: "is at least", 0x2260: "is not equal to", 0x2248: "is approximately", 0x223C: "is distributed as",
    0x2261: "is equivalent to", 0x2245: "is congruent to", 0x2243: "is asymptotic to", 0x221D: "is proportional to",
    0x226A: "is much less than", 0x226B: "is much greater than", 0x2272: "is at most about",
    0x2273: "is at least about", 0x2208: "in", 0x2209: "not in", 0x220B: "contains", 0x2282: "is a subset of",
    0x2286: "is a subset of", 0x2283: "is a superset of", 0x2287: "is a superset of", 0x222A: "union",
    0x2229: "intersection", 0x2216: "minus", 0x2205: "the empty set", 0x2300: "the empty set", 0x2200: "for all",
    0x2203: "there exists", 0x2204: "there is no", 0xAC: "not", 0x2227: "and", 0x2228: "or", 0x2192: "to",
    0x2190: "is assigned", 0x21A6: "maps to", 0x21D2: "implies", 0x27F9: "implies", 0x21D0: "is implied by",
    0x27F8: "is implied by", 0x21D4: "if and only if", 0x27FA: "if and only if", 0x2194: "corresponds to",
    0x2191: "up", 0x2193: "down", 0x221E: "infinity", 0x2202: "partial", 0x2207: "gradient", 0x2026: "and so on",
    0x22EF: "and so on", 0x22EE: "and so on", 0x22F1: "and so on", 0x7C: "bar", 0x2223: "given", 0x2016: "double bar",
    0x2225: "parallel to", 0x27C2: "is orthogonal to", 0x22A5: "perp", 0x22A4: "top", 0x27E8: "angle bracket",
    0x27E9: "close angle bracket", 0x28: "open paren", 0x29: "close paren", 0x5B: "open bracket",
    0x5D: "close bracket", 0x7B: "open brace", 0x7D: "close brace", 0x230A: "the floor of", 0x230B: ", end floor,",
    0x2308: "the ceiling of", 0x2309: ", end ceiling,", 0x2C: ",", 0x3B: ";", 0x3A: "colon", 0x2E: "point",
    0x21: "factorial", 0x2032: "prime", 0x2113: "ell", 0x2297: "tensor", 0x2295: "direct sum",
    0x2299: "elementwise times", 0x2254: "is defined as", 0x225C: "is defined as", 0x227A: "precedes",
    0x227B: "succeeds", 0x2AAF: "precedes or equals", 0x2AB0: "succeeds or equals", 0x23DE: "a brace",
    0x23DF: "a brace", 0x3F5: "epsilon", 0x3D5: "phi", 0x3B5: "epsilon", 0x3C6: "phi", 0x2020: "dagger",
    0x5C: "backslash", 0x23: "the number of", 0x2197: "increases to", 0x2198: "decreases to", 0x2199: "down left arrow",
    0x2196: "up left arrow", 0x27F6: "to", 0x27FC: "maps to", 0x21AA: "embeds into", 0x21A0: "maps onto", 0x21DD: "leads to",
    0x2195: "up down arrow", 0x21D1: "double up arrow", 0x21D3: "double down arrow", 0x2290: "square superset of",
    0x2255: "defines", 0x2237: "double colon", 0x220D: "such that", 0x22B2: "is a normal subgroup of", 0x2298: "divided elementwise by",
    0x228E: "disjoint union", 0x2294: "join", 0x2293: "meet", 0x22CA: "semidirect product", 0x25A1: "box", 0x25A0: "end of proof",
    0x2271: "is not at least", 0x2270: "is not at most", 0x2288: "is not a subset of", 0x228A: "is a proper subset of",
    0x2280: "does not precede", 0x2281: "does not succeed", 0x220C: "does not contain", 0x2224: "does not divide",
    0x2102: "the complex numbers", 0x211D: "the reals", 0x2115: "the naturals", 0x2124: "the integers",
    0x211A: "the rationals", 0x1D53C: "expectation", 0x2119: "probability", 0xB0: "degrees", 0x2030: "per mille",
    0x2284: "is not a subset of", 0x22AD: "does not model", 0x2241: "is not similar to", 0x211C: "the real part of",
    0x2111: "the imaginary part of", 0x2135: "aleph", 0x21C0: "converges weakly to",
    0x227C: "precedes or equals", 0x227D: "succeeds or equals", 0x210F: "h bar", 0x22A2: "proves", 0x22A8: "models", 0x2234: "therefore", 0x224D: "is of the order of",
  ]

  /// The first command of a character serves as its name: Greek letters mostly.
  private static let commands: [UInt32: String] = {
    var table: [UInt32: String] = [:]
    for data in [MathSymbolTable.lowercaseGreek, MathSymbolTable.uppercaseGreek] {
      for (name, scalar) in MathSymbolTable.pairs(data) where table[scalar] == nil {
        let isCapital = name.first.map { $0.isUppercase } ?? false
        table[scalar] = isCapital ? "capital \(name.lowercased())" : name
      }
    }
    return table
  }()
}
