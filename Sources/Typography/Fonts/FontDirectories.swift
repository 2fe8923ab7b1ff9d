#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The directories in which font files are looked for, in order; they are not searched below.
package struct FontDirectories: Sendable, Hashable {
  package var paths: [String]

  package init(_ paths: [String]) { self.paths = paths }

  /// The directories named by `REPRISE_FONTS` (separated by colons), then those of the common distributions.
  package static func standard() -> FontDirectories {
    var paths: [String] = []
    if let own = getenv("REPRISE_FONTS") {
      paths = String(cString: own).split(separator: ":").map(String.init)
    }
    return FontDirectories(paths + known)
  }

  /// The path of the first file of that name, or nil.
  func path(of file: String) -> String? {
    for directory in paths {
      let path = directory + "/" + file
      if access(path, R_OK) == 0 { return path }
    }
    return nil
  }

  private static let trees = [
    "/usr/share/texmf/fonts/opentype/public", "/usr/share/texlive/texmf-dist/fonts/opentype/public",
    "/usr/share/texmf-dist/fonts/opentype/public", "/usr/local/texlive/texmf-dist/fonts/opentype/public",
  ]

  private static let known =
    trees.flatMap { tree in ["tex-gyre", "tex-gyre-math", "lm", "lm-math"].map { "\(tree)/\($0)" } } + [
      "/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/liberation2",
      "/usr/share/fonts/opentype/tex-gyre", "/usr/share/fonts/tex-gyre", "/usr/share/fonts/TTF",
      "/usr/share/fonts/dejavu", "/usr/share/fonts/liberation", "/usr/share/fonts/OTF",
      "/usr/local/share/fonts", "/Library/Fonts", "/opt/homebrew/share/fonts",
    ]
}
