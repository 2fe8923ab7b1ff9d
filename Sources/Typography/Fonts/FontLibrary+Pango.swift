import CFontconfig

extension FontLibrary {
  /// `FcConfig *` in which only the fonts of this library exist, made when first asked for and owned by the library.
  ///
  /// For `pango_fc_font_map_set_config`: output then does not depend on the other fonts of the machine.
  package var pangoConfiguration: OpaquePointer {
    if let made = pangoConfigurationIfMade { return made.pointer }
    var paths: [String] = []
    for role in FontRole.allCases {
      let lent = FontCandidate.lenders(for: role).compactMap { directories.path(of: $0.file) }
      for path in [files[role]?.path].compactMap({ $0 }) + lent where !paths.contains(path) { paths.append(path) }
    }
    let made = FontconfigConfiguration(files: paths)
    pangoConfigurationIfMade = made
    return made.pointer
  }
}

/// A configuration of Fontconfig that holds the given files and nothing else.
final class FontconfigConfiguration {
  let pointer: OpaquePointer

  init(files: [String]) {
    pointer = FcConfigCreate()
    for file in files {
      file.withCString { text in
        _ = FcConfigAppFontAddFile(pointer, UnsafeRawPointer(text).assumingMemoryBound(to: FcChar8.self))
      }
    }
  }

  deinit { FcConfigDestroy(pointer) }
}
