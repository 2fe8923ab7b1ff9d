import ArgumentParser
import Graphics
import Typography

/// Writes a drawing in the format that a file name's ending asks for.
enum DrawingOutput {
  private static let endings = ["svg", "pdf", "png"]

  /// The ending of `--out`, in lower case.
  /// - Parameter others: what the command writes besides drawings.
  /// - Throws: `ValidationError` for an ending that nobody writes.
  static func ending(of path: String, others: [String]) throws -> String {
    let known = endings + others
    let name = path.split(separator: "/").last ?? ""
    let ending = name.contains(".") ? name.split(separator: ".").last.map { String($0).lowercased() } ?? "" : ""
    guard !known.contains(ending) else { return ending }
    let expected = known.dropLast().map { ".\($0)" }.joined(separator: ", ") + " or .\(known[known.count - 1])"
    throw ValidationError(ending.isEmpty ? "--out '\(path)' has no ending; expected \(expected)" : "--out ends in '.\(ending)'; expected \(expected)")
  }

  static func write(_ list: DisplayList, to path: String, ending: String, fonts: FontLibrary) throws {
    switch ending {
    case "svg": try FileOutput.write(Array(SVGWriter(fonts: fonts).write(list).utf8), to: path)
    case "pdf": try FileOutput.write(PDFWriter(fonts: fonts).write(list), to: path)
    default: try FileOutput.write(PNGWriter(fonts: fonts).write(list), to: path)
    }
  }
}
