/// Why a report could not be written as PDF.
package enum PDFReportError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Cairo refused to go on; its own words.
  case painting(String)
  /// Not one face is installed, so that no letter can be drawn.
  case noFonts

  package var description: String {
    switch self {
    case .painting(let reason): "the PDF could not be painted: \(reason)"
    case .noFonts: "no font is installed; install fonts-texgyre, fonts-texgyre-math and fonts-dejavu-core"
    }
  }
}
