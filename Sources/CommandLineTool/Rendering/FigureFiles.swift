import Digests
import Foundation
import Graphics
import Report
import Typography

/// Writes the figures of a report as files of their own: SVG, PDF and PNG.
struct FigureFiles {
  let folder: String
  let fonts: FontLibrary

  /// PDF and PNG are painted from the same list as the SVG: where the SVG is unchanged and made by this version, they are kept.
  func write(_ report: Report) throws {
    let figures = report.figures
    guard !figures.isEmpty else { return }
    let path = "\(folder)/figures"
    try FileOutput.makeFolder(path)
    for figure in figures {
      let base = "\(path)/\(figure.fileName)"
      switch figure.content {
      case .image(let image): try FileOutput.write(image.bytes, to: "\(base).\(image.format.rawValue)")
      case .chart(let chart): try write(chart, base)
      }
    }
  }

  private func write(_ chart: FigureChart, _ base: String) throws {
    let svg = Array(SVGWriter(fonts: fonts).write(chart.list).utf8)
    let isKept = FileManager.default.contents(atPath: "\(base).svg") == Data(svg)
    if isKept, isNewerThanProgram("\(base).pdf"), isNewerThanProgram("\(base).png") { return }
    try FileOutput.write(svg, to: "\(base).svg")
    try FileOutput.write(PDFWriter(fonts: fonts).write(chart.list), to: "\(base).pdf")
    try FileOutput.write(PNGWriter(fonts: fonts).write(chart.list), to: "\(base).png")
    for suffix in ["pdf", "png"] { utimes("\(base).\(suffix)", nil) }
  }

  private func isNewerThanProgram(_ path: String) -> Bool {
    var file = stat()
    var program = stat()
    guard stat(path, &file) == 0, stat("/proc/self/exe", &program) == 0 else { return false }
    return file.st_mtim.tv_sec > program.st_mtim.tv_sec
  }
}

extension Report {
  /// Its numbered figures in document order, those inside callouts and quotes included.
  var figures: [FigureBlock] { Report.figures(in: blocks) }

  private static func figures(in blocks: [ReportBlock]) -> [FigureBlock] {
    blocks.flatMap { block -> [FigureBlock] in
      switch block {
      case .figure(let figure): [figure]
      case .blockQuote(let inner), .callout(_, _, let inner): figures(in: inner)
      case .list(let list): list.items.flatMap { figures(in: $0.blocks) }
      default: []
      }
    }
  }
}
