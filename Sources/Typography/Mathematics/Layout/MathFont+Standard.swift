#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension MathFont {
  /// File names of the fonts that formulas are set in, the preferred one first.
  package static let fileNames = ["texgyrepagella-math.otf", "latinmodern-math.otf", "texgyretermes-math.otf"]

  private static let directories = [
    "/usr/share/texmf/fonts/opentype/public/tex-gyre-math", "/usr/share/texmf/fonts/opentype/public/lm-math",
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/tex-gyre-math",
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/lm-math", "/usr/share/fonts/opentype/tex-gyre-math",
    "/usr/share/fonts/opentype/lmodern", "/usr/local/share/fonts", "/opt/homebrew/share/fonts",
  ]

  /// Where a font of the given file name is installed; nil when it is not.
  package static func path(fileName: String) -> String? {
    directories.lazy.map { "\($0)/\(fileName)" }.first { access($0, R_OK) == 0 }
  }

  /// The font that formulas are set in: TeX Gyre Pagella Math, or the next of `fileNames` that is installed.
  ///
  /// It is opened once for the whole process; nil when none is installed.
  package static let standard: MathFont? =
    fileNames.lazy.compactMap { path(fileName: $0) }.compactMap { MathFont(path: $0) }.first
}
