extension String {
  /// With spaces that no line breaks at within "15 %" and "2 × 10".
  var withBoundNumbers: String {
    guard unicodeScalars.contains(where: { $0 == "%" || $0 == "×" }) else { return self }
    var scalars = Array(unicodeScalars)
    for index in scalars.indices.dropFirst().dropLast() where scalars[index] == " " {
      let (before, after) = (scalars[index - 1], scalars[index + 1])
      let isBound = "0"..."9" ~= before ? after == "%" || after == "×" : before == "×" && "0"..."9" ~= after
      if isBound { scalars[index] = "\u{A0}" }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// "Figure 3" on one line: the name of something numbered, in which a single space stands before a number; else as it is.
  var asBoundName: String {
    guard let space = firstIndex(of: " "), let first = self[index(after: space)...].first(where: { $0 != "(" }), first.isNumber,
      !self[index(after: space)...].contains(" ")
    else { return self }
    return self[..<space] + "\u{A0}" + self[index(after: space)...]
  }
}
