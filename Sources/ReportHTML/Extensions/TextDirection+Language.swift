import Typography

extension TextDirection {
  /// The direction of a language's usual script, or of the script that its tag names ("az-Arab"; RFC 5646, 2.1).
  init(language tag: String) {
    let parts = tag.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
    let script = parts.dropFirst().first { $0.count == 4 && $0.allSatisfy(\.isLetter) }
    let isMirrored = script.map(TextDirection.mirroredScripts.contains) ?? TextDirection.mirroredLanguages.contains(parts.first ?? "")
    self = isMirrored ? .rightToLeft : .leftToRight
  }

  private static let mirroredLanguages: Set<String> = [
    "ar", "arc", "arz", "azb", "bal", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "ks", "lrc", "mzn", "nqo", "ota", "pnb", "ps", "rhg", "sd", "skr",
    "syr", "ug", "ur", "yi",
  ]

  private static let mirroredScripts: Set<String> = ["adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"]
}
