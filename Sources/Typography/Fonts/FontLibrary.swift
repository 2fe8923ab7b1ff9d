import Diagnostics

/// The faces of one document: finds their files, opens them when first used, shapes and measures text in them.
///
/// Create one per document and keep it on one thread; creation only looks the files up.
package final class FontLibrary {
  package let directories: FontDirectories
  /// What to tell the author: roles without any font file, characters that no face can draw.
  package internal(set) var diagnostics: [Diagnostic] = []

  /// The file that serves each role; a role without one is absent.
  let files: [FontRole: (path: String, candidate: FontCandidate)]
  var opened: [String: FontFace] = [:]
  var facesByRole: [FontRole: FontFace] = [:]
  var lendersByRole: [FontRole: [FontFace]] = [:]
  var shapedRuns: [ShapedRunKey: ShapedRun] = [:]
  var missingScalars: Set<Unicode.Scalar> = []
  var mathFontIfMade: MathFont?

  /// - Complexity: a few dozen file look-ups; no file is opened.
  package init(directories: FontDirectories = .standard()) {
    self.directories = directories
    var files: [FontRole: (path: String, candidate: FontCandidate)] = [:]
    var missing: [FontRole] = []
    for role in FontRole.allCases {
      let found = FontCandidate.list(for: role).lazy.compactMap { candidate in
        directories.path(of: candidate.file).map { ($0, candidate) }
      }
      if let first = found.first { files[role] = first } else { missing.append(role) }
    }
    self.files = files
    diagnostics = missing.map { FontDiagnostics.noFile(for: $0, candidates: FontCandidate.list(for: $0).map(\.file)) }
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

  private func open(_ path: String, family: String, as role: FontRole) -> FontFace {
    if let face = opened[path] { return face }
    let face = FontFace(path: path, family: family, isBold: role.isBold, isItalic: role.isItalic)
    opened[path] = face
    return face
  }
}
