import Diagnostics

/// The faces of one document: finds their files, opens them when first used, shapes and measures text in them.
///
/// Create one per document and keep it on one thread; creation only looks the files up.
package final class FontLibrary {
  package let directories: FontDirectories
  /// Whether characters that none of the faces of a report has are looked for in all installed fonts.
  let searchesInstalledFonts: Bool
  /// The file that serves each role; a role without one is absent.
  let files: [FontRole: (path: String, candidate: FontCandidate)]
  var opened: [String: FontFace] = [:]
  var facesByRole: [FontRole: FontFace] = [:]
  var lendersByRole: [FontRole: [FontFace]] = [:]
  var shapedRuns: [ShapedRunKey: ShapedRun] = [:]
  private let missingRoles: [Diagnostic]
  /// Characters that no face draws in the order in which they were met.
  private var missingScalars: [Unicode.Scalar] = []
  private var isMissing: Set<Unicode.Scalar> = []
  var mathFontIfMade: MathFont?

  /// Files of installed fonts by the character they were looked for.
  var installedFaces: [InstalledFontKey: FontFace?] = [:]
  /// Faces of pictures by the character they were looked for.
  var pictureFaces: [Unicode.Scalar: FontFace?] = [:]

  /// - Complexity: a few dozen file look-ups; no file is opened.
  package init(directories: FontDirectories = .standard(), searchesInstalledFonts: Bool = true) {
    self.directories = directories
    self.searchesInstalledFonts = searchesInstalledFonts
    var files: [FontRole: (path: String, candidate: FontCandidate)] = [:]
    var missing: [FontRole] = []
    for role in FontRole.allCases {
      let found = FontCandidate.list(for: role).lazy.compactMap { candidate in
        directories.path(of: candidate.file).map { ($0, candidate) }
      }
      if let first = found.first { files[role] = first } else { missing.append(role) }
    }
    self.files = files
    missingRoles = missing.map { FontDiagnostics.noFile(for: $0, candidates: FontCandidate.list(for: $0).map(\.file)) }
  }

  /// What to tell the author: roles without any font file, characters that no face can draw.
  package var diagnostics: [Diagnostic] { missingRoles + FontDiagnostics.noGlyphs(for: missingScalars) }

  func noteMissing(_ scalar: Unicode.Scalar) {
    if isMissing.insert(scalar).inserted { missingScalars.append(scalar) }
  }

  /// The face that serves a role; without any file, the regular face of the family, then any face there is.
  package func face(_ role: FontRole) -> FontFace {
    if let face = facesByRole[role] { return face }
    let regular = role.with(bold: false, italic: false)
    let path = files[role] ?? files[regular] ?? FontRole.allCases.lazy.compactMap { self.files[$0] }.first
    let face = open(path?.path ?? "", family: path?.candidate.family ?? "sans-serif", as: role)
    facesByRole[role] = face
    return face
  }

  /// The font families of a role as a value of the CSS property `font-family`, the face in use first.
  package func cssFamilies(_ role: FontRole) -> String {
    let own = "\"\(face(role).family)\""
    let rest =
      switch role.group {
      case .serif: ["\"TeX Gyre Pagella\"", "\"Palatino Linotype\"", "Palatino", "\"Book Antiqua\"", "Georgia", "serif"]
      case .sans: ["\"TeX Gyre Heros\"", "Helvetica", "Arial", "\"Liberation Sans\"", "sans-serif"]
      case .mono: ["\"DejaVu Sans Mono\"", "Menlo", "Consolas", "\"Liberation Mono\"", "monospace"]
      case .math: ["\"TeX Gyre Pagella Math\"", "\"Latin Modern Math\"", "math"]
      }
    return ([own] + rest.filter { $0 != own }).joined(separator: ", ")
  }

  /// The faces asked in turn for a character that the role's own face lacks.
  func lenders(_ role: FontRole) -> [FontFace] {
    if let faces = lendersByRole[role] { return faces }
    let own = face(role).path
    let faces = FontCandidate.lenders(for: role).compactMap { candidate in
      directories.path(of: candidate.file).flatMap { $0 == own ? nil : open($0, family: candidate.family, as: role) }
    }
    lendersByRole[role] = faces
    return faces
  }

  func open(_ path: String, index: Int = 0, family: String, as role: FontRole) -> FontFace {
    let key = index == 0 ? path : "\(path)#\(index)"
    if let face = opened[key] { return face }
    let face = FontFace(path: path, index: index, family: family, isBold: role.isBold, isItalic: role.isItalic)
    opened[key] = face
    return face
  }
}
