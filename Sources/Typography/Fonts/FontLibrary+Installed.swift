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
  /// Scalable faces of one colour come first, then, for emoji, faces whose glyphs are pictures; fontconfig's order decides
  /// between several.
  /// - Complexity: fontconfig reads its caches at the first call, some 20 ms.
  func installedFace(for character: Character, _ role: FontRole) -> FontFace? {
    guard searchesInstalledFonts, let scalar = character.unicodeScalars.first(where: { $0.value >= 0x80 }) else { return nil }
    let key = InstalledFontKey(scalar: scalar, isSans: role.group == .sans, isBold: role.isBold, isItalic: role.isItalic)
    if let known = installedFaces[key] { return known }
    let found = installedFile(for: key).map { open($0.path, index: $0.index, family: $0.family, as: role) } ?? pictureFace(for: character, role)
    installedFaces[key] = found
    return found
  }

  private func pictureFace(for character: Character, _ role: FontRole) -> FontFace? {
    guard let scalar = character.unicodeScalars.first(where: { $0.value >= 0x80 && $0.properties.isEmoji }),
      let file = installedPictures(of: scalar)
    else { return nil }
    let face = open(file.path, index: file.index, family: file.family, as: .sans)
    guard face.hasPictures else { return nil }
    face.carrier = self.face(.sans)
    return face
  }

  private func installedPictures(of scalar: Unicode.Scalar) -> (path: String, index: Int, family: String)? {
    match(scalar, family: "emoji") { FcPatternAddBool($0, FC_COLOR, 1) }.flatMap { match in
      defer { FcPatternDestroy(match) }
      return file(of: match, drawing: scalar, isColoured: true)
    }
  }

  private func installedFile(for key: InstalledFontKey) -> (path: String, index: Int, family: String)? {
    let found = match(key.scalar, family: key.isSans ? "sans-serif" : "serif") { pattern in
      FcPatternAddBool(pattern, FC_SCALABLE, 1)
      FcPatternAddBool(pattern, FC_OUTLINE, 1)
      FcPatternAddBool(pattern, FC_COLOR, 0)
      FcPatternAddInteger(pattern, FC_WEIGHT, key.isBold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)
      FcPatternAddInteger(pattern, FC_SLANT, key.isItalic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN)
    }
    guard let found else { return nil }
    defer { FcPatternDestroy(found) }
    return file(of: found, drawing: key.scalar, isColoured: false)
  }

  /// The nearest font for a character as a pattern to be destroyed.
  private func match(_ scalar: Unicode.Scalar, family: String, _ describe: (OpaquePointer) -> Void) -> OpaquePointer? {
    guard isInstalled(scalar), let pattern = FcPatternCreate(), let characters = FcCharSetCreate() else { return nil }
    defer {
      FcPatternDestroy(pattern)
      FcCharSetDestroy(characters)
    }
    FcCharSetAddChar(characters, scalar.value)
    FcPatternAddCharSet(pattern, FC_CHARSET, characters)
    describe(pattern)
    family.withCString { name in
      _ = FcPatternAddString(pattern, FC_FAMILY, UnsafeRawPointer(name).assumingMemoryBound(to: FcChar8.self))
    }
    FcConfigSubstitute(nil, pattern, FcMatchPattern)
    FcDefaultSubstitute(pattern)
    var result = FcResultNoMatch
    return FcFontMatch(nil, pattern, &result)
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

  /// The match is only the nearest font: it may lack the character or draw it in other ways.
  private func file(
    of match: OpaquePointer, drawing scalar: Unicode.Scalar, isColoured: Bool
  ) -> (path: String, index: Int, family: String)? {
    var covered: OpaquePointer?
    var color: FcBool = 0
    var isOutline: FcBool = 0
    guard FcPatternGetCharSet(match, FC_CHARSET, 0, &covered) == FcResultMatch, FcCharSetHasChar(covered, scalar.value) != 0,
      isColoured || FcPatternGetBool(match, FC_OUTLINE, 0, &isOutline) == FcResultMatch && isOutline != 0,
      let path = text(of: match, FC_FILE)
    else { return nil }
    let hasColor = FcPatternGetBool(match, FC_COLOR, 0, &color) == FcResultMatch && color != 0
    guard hasColor == isColoured else { return nil }
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
