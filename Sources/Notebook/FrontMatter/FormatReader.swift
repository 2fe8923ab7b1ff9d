import Diagnostics
import YAMLDocuments

/// Reads `format: {html: …, pdf: …}`.
struct FormatReader {
  let fields: Fields

  func read(_ node: YAMLNode, _ matter: inout FrontMatter) {
    for entry in fields.entries(node, "format") {
      switch entry.key {
      case "html": readHTML(entry.value, &matter.html)
      case "pdf": readPDF(entry.value, &matter.pdf)
      default: fields.unknown(entry, known: ["html", "pdf"], in: "format")
      }
    }
  }

  private func readHTML(_ node: YAMLNode, _ options: inout FrontMatter.HTMLOptions) {
    for entry in fields.entries(node, "html") {
      switch entry.key {
      case "toc": options.toc = fields.bool(entry.value, "toc") ?? options.toc
      case "code-fold": options.codeFold = fields.bool(entry.value, "code-fold") ?? options.codeFold
      default: fields.unknown(entry, known: ["toc", "code-fold"], in: "format html")
      }
    }
  }

  private func readPDF(_ node: YAMLNode, _ options: inout FrontMatter.PDFOptions) {
    for entry in fields.entries(node, "pdf") {
      switch entry.key {
      case "paper-size":
        let known = FrontMatter.PaperSize.allCases.map(\.rawValue)
        options.paperSize = fields.choice(entry.value, "paper-size", known).flatMap(FrontMatter.PaperSize.init) ?? options.paperSize
      case "columns":
        guard let columns = fields.integer(entry.value, "columns") else { break }
        if columns == 1 || columns == 2 { options.columns = columns } else { fields.wrongValue("columns", entry.value, expected: "1 or 2") }
      default: fields.unknown(entry, known: ["paper-size", "columns"], in: "format pdf")
      }
    }
  }
}
