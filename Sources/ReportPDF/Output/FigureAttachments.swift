import Report
import Tables

/// The numbers that charts show, attached to the file as CSV: `fig-rates.csv`.
struct FigureAttachments {
  let report: Report

  /// The name of the file with a figure's numbers; nil for one that has no label or no numbers.
  static func name(for figure: FigureBlock) -> String? {
    guard figure.anchor != nil, case .chart(let chart) = figure.content, chart.plotted.rowCount > 0 else { return nil }
    return figure.fileName + ".csv"
  }

  /// Embeds the files and lists them in the catalogue.
  ///
  /// - Returns: their specifications by name.
  func write(to file: PDFFile) -> [String: PDFObject] {
    var specifications: [String: PDFObject] = [:]
    for figure in figures(in: report.blocks) {
      guard let name = Self.name(for: figure), specifications[name] == nil, case .chart(let chart) = figure.content else { continue }
      let description = [figure.name ?? "A chart", figure.caption.plainText].filter { !$0.isEmpty }.joined(separator: ": ")
      specifications[name] = specification(name, CSV.write(chart.plotted), "Numbers of \(description)", in: file)
    }
    guard !specifications.isEmpty else { return [:] }
    let sorted = specifications.sorted { $0.key < $1.key }
    let catalog = file.root
    let names = catalog["/Names"].isDictionary ? catalog["/Names"] : file.dictionary().indirect()
    names.set("/EmbeddedFiles", file.dictionary(["/Names": file.array(sorted.flatMap { [file.string($0.key), $0.value] })]))
    catalog.set("/Names", names)
    catalog.set("/AF", file.array(sorted.map(\.value)))
    return specifications
  }

  private func specification(_ name: String, _ bytes: [UInt8], _ description: String, in file: PDFFile) -> PDFObject {
    let stream = file.stream(
      bytes, [
        "/Type": file.name("/EmbeddedFile"), "/Subtype": file.name("/text#2fcsv"),
        "/Params": file.dictionary(["/Size": file.integer(bytes.count)]),
      ]).indirect()
    return file.dictionary([
      "/Type": file.name("/Filespec"), "/F": file.string(name), "/UF": file.text(name), "/Desc": file.text(description),
      "/AFRelationship": file.name("/Data"), "/EF": file.dictionary(["/F": stream, "/UF": stream]),
    ]).indirect()
  }

  private func figures(in blocks: [ReportBlock]) -> [FigureBlock] {
    blocks.flatMap { block -> [FigureBlock] in
      switch block {
      case .figure(let figure): [figure]
      case .blockQuote(let blocks), .callout(_, _, let blocks): figures(in: blocks)
      case .list(let list): list.items.flatMap { figures(in: $0.blocks) }
      default: []
      }
    }
  }
}
