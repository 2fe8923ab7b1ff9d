import CFontconfig

/// A character looked for among all installed fonts.
struct InstalledFontKey: Hashable {
  var scalar: Unicode.Scalar
  var isSans: Bool
  var isBold: Bool
  var isItalic: Bool
}

extension FontLibrary {
  /// A face among all installed fonts that draws a cluster which the faces of a report lack: Chinese, Devanagari, symbols.
  ///
  /// Only scalable faces of one colour serve; fontconfig's order decides between several.
  /// - Complexity: fontconfig reads its caches at the first call, some 20 ms.
  func installedFace(for character: Character, _ role: FontRole) -> FontFace? {
    guard searchesInstalledFonts, let scalar = character.unicodeScalars.first(where: { $0.value >= 0x80 }) else { return nil }
    let key = InstalledFontKey(scalar: scalar, isSans: role.group == .sans, isBold: role.isBold, isItalic: role.isItalic)
    if let known = installedFaces[key] { return known }
    let found = installedFile(for: key).map { open($0.path, index: $0.index, family: $0.family, as: role) }
    installedFaces[key] = found
    return found
  }

  private func installedFile(for key: InstalledFontKey) -> (path: String, index: Int, family: String)? {
    guard isInstalled(key.scalar), let pattern = FcPatternCreate(), let characters = FcCharSetCreate() else { return nil }
    defer {
      FcPatternDestroy(pattern)
      FcCharSetDestroy(characters)
    }
    FcCharSetAddChar(characters, key.scalar.value)
    FcPatternAddCharSet(pattern, FC_CHARSET, characters)
    FcPatternAddBool(pattern, FC_SCALABLE, 1)
    FcPatternAddBool(pattern, FC_OUTLINE, 1)
    FcPatternAddBool(pattern, FC_COLOR, 0)
    FcPatternAddInteger(pattern, FC_WEIGHT, key.isBold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)
    FcPatternAddInteger(pattern, FC_SLANT, key.isItalic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN)
    (key.isSans ? "sans-serif" : "serif").withCString { name in
      _ = FcPatternAddString(pattern, FC_FAMILY, UnsafeRawPointer(name).assumingMemoryBound(to: FcChar8.self))
    }
    FcConfigSubstitute(nil, pattern, FcMatchPattern)
    FcDefaultSubstitute(pattern)
    var result = FcResultNoMatch
    guard let match = FcFontMatch(nil, pattern, &result) else { return nil }
    defer { FcPatternDestroy(match) }
    return file(of: match, drawing: key.scalar)
  }

  /// Whether any font has the character: to compare all of them in all respects takes a millisecond, to ask them all this
  /// a fiftieth of that.
  private func isInstalled(_ scalar: Unicode.Scalar) -> Bool {
    guard FcInit() != 0, let fonts = FcConfigGetFonts(nil, FcSetSystem) else { return false }
    return (0..<Int(fonts.pointee.nfont)).contains { index in
      var covered: OpaquePointer?
      return FcPatternGetCharSet(fonts.pointee.fonts[index], FC_CHARSET, 0, &covered) == FcResultMatch
        && FcCharSetHasChar(covered, scalar.value) != 0
    }
  }

  /// The match is only the nearest font: it may lack the character or draw it in pictures.
  private func file(of match: OpaquePointer, drawing scalar: Unicode.Scalar) -> (path: String, index: Int, family: String)? {
    var covered: OpaquePointer?
    var isColoured: FcBool = 0
    var isOutline: FcBool = 0
    guard FcPatternGetCharSet(match, FC_CHARSET, 0, &covered) == FcResultMatch, FcCharSetHasChar(covered, scalar.value) != 0,
      FcPatternGetBool(match, FC_OUTLINE, 0, &isOutline) == FcResultMatch, isOutline != 0,
      let path = text(of: match, FC_FILE)
    else { return nil }
    if FcPatternGetBool(match, FC_COLOR, 0, &isColoured) == FcResultMatch, isColoured != 0 { return nil }
    var index: Int32 = 0
    FcPatternGetInteger(match, FC_INDEX, 0, &index)
    // The upper half names an instance of a variable font; its default serves.
    return (path, Int(index & 0xFFFF), text(of: match, FC_FAMILY) ?? "serif")
  }

  private func text(of pattern: OpaquePointer, _ key: String) -> String? {
    var value: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(pattern, key, 0, &value) == FcResultMatch, let value else { return nil }
    return String(cString: value)
  }
}
