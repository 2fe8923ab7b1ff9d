import ArgumentParser
import Diagnostics
import Graphics
import Typography

/// `reprise math 'TEX'`
struct MathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "math", abstract: "Set one formula.", discussion: "Example: reprise math '\\\\frac{1}{n}\\\\sum_i x_i' --display --out mean.svg")

  // What begins with a minus sign is no option that is known, but the formula.
  @Argument(parsing: .allUnrecognized, help: ArgumentHelp("TeX without dollars.", valueName: "tex"))
  var formula: [String]

  @Flag(help: "Set as a display equation.")
  var display = false

  @Option(help: "Font size in points.")
  var size = 11.0

  @Option(help: ArgumentHelp("Where to write; the ending says what.", valueName: "file.svg|.pdf|.png|.mathml"))
  var out: String

  private var tex: String { formula.drop { $0 == "--" }.first ?? "" }

  func validate() throws {
    _ = try ending()
    let given = formula.drop { $0 == "--" }
    guard given.count != 1 else { return }
    throw ValidationError("expected one formula, found \(given.count); put it between quotes: '\(given.joined(separator: " "))'")
  }

  private func ending() throws -> String { try DrawingOutput.ending(of: out, others: ["mathml", "mml"]) }

  func run() throws {
    let source = SourceFile(path: "TEX", text: tex)
    let expression = TeXMathParser().parse(tex)
    let faults = expression.problems.map { $0.diagnostic { source.range(from: $0.lowerBound, to: $0.upperBound) } }
    Console.report(faults, sources: [source])
    let ending = try ending()
    do {
      if ending == "mathml" || ending == "mml" {
        try FileOutput.write(Array((MathMLWriter.write(expression, isDisplay: display).markup + "\n").utf8), to: out)
      } else {
        let fonts = FontLibrary()
        let list = FormulaDrawing.list(expression, isDisplay: display, size: size, fonts: fonts)
        try DrawingOutput.write(list, to: out, ending: ending, fonts: fonts)
      }
    } catch let failure as FileOutput.Failure {
      Console.report([failure.diagnostic], sources: [])
      return try ExitStatus.usage.finish()
    }
    if !faults.isEmpty { try ExitStatus.notebookFaulty.finish() }
  }
}
