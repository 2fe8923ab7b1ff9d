import Diagnostics

extension Label.Kind {
  /// The kind that the prefix of a reference names: `fig-rates` is a figure's.
  static func ofReference(_ name: String) -> Label.Kind? {
    guard let dash = name.utf8.firstIndex(of: UInt8(ascii: "-")) else { return nil }
    let prefix = name[..<dash]
    return prefix.isEmpty || name.index(after: dash) == name.endIndex ? nil : Label.Kind(rawValue: String(prefix))
  }

  /// For messages: "figure", "table", …
  var word: String {
    switch self {
    case .figure: "figure"
    case .table: "table"
    case .equation: "equation"
    case .section: "section"
    case .claim: "claim"
    case .experiment: "experiment"
    }
  }

  /// With its article.
  var phrase: String { self == .equation || self == .experiment ? "an " + word : "a " + word }
}

extension Label {
  /// The label that a reference names, or nil for a citation: `@Fig-rates`, as others write it at the start of a sentence, is `fig-rates`.
  static func name(ofReference key: String) -> String? {
    let name = key.prefix(1).lowercased() + key.dropFirst()
    return Kind.ofReference(name) == nil ? nil : name
  }

  /// Reads a label of an element, checking its form and that its prefix names the kind of the element.
  static func read(_ name: String, for kind: Kind, at range: SourceRange, _ context: ParseContext) -> Label? {
    if kind == .experiment { return readExperiment(name, at: range, context) }
    let isWellFormed = !name.isEmpty && name.utf8.allSatisfy(isLabelByte) && name.utf8.last != UInt8(ascii: "-")
    guard isWellFormed else {
      context.report(NotebookDiagnostics.malformedLabel(name, for: kind, at: range))
      return nil
    }
    guard let prefix = Kind.ofReference(name), prefix == kind else {
      context.report(NotebookDiagnostics.labelOfOtherKind(name, prefix: Kind.ofReference(name), for: kind, at: range))
      return nil
    }
    return Label(name: name, kind: kind, range: range)
  }

  private static func readExperiment(_ name: String, at range: SourceRange, _ context: ParseContext) -> Label? {
    guard SQLNames.isName(name) else {
      context.report(NotebookDiagnostics.experimentLabel(name, proposal: SQLNames.proposal(for: name), at: range))
      return nil
    }
    if SQLNames.isReserved(name) {
      context.report(NotebookDiagnostics.reservedWord(name, as: "label", at: range))
      return nil
    }
    return Label(name: name, kind: .experiment, range: range)
  }

  private static func isLabelByte(_ byte: UInt8) -> Bool {
    ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_")
  }
}
