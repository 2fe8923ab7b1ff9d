import ArgumentParser
import Graphics
import Typography

/// Writes a drawing in the format that a file name's ending asks for.
enum DrawingOutput {
  static func write(_ list: DisplayList, to path: String, ending: String, fonts: FontLibrary) throws {
    switch ending {
    case "svg": try FileOutput.write(Array(SVGWriter(fonts: fonts).write(list).utf8), to: path)
    case "pdf": try FileOutput.write(PDFWriter(fonts: fonts).write(list), to: path)
    case "png": try FileOutput.write(PNGWriter(fonts: fonts).write(list), to: path)
    default: throw ValidationError("--out ends in '.\(ending)'; expected .svg, .pdf or .png")
    }
  }
}
