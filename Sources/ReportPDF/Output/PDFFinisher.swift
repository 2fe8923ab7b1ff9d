import Graphics
import Report
import Tables

/// Completes a file that Cairo wrote: structure, language, identifier, metadata, the figures' numbers as attached files.
///
/// The aim is PDF/UA-1 (ISO 14289-1). The file is the same for the same report: its identifier is a digest of the content.
struct PDFFinisher {
  let report: Report
  let content: TaggedContent
  let pageHeight: Double

  func finished(_ bytes: [UInt8]) throws(PDFReportError) -> [UInt8] {
    let file = try PDFFile(bytes)
    // 1. Everything on a page is tagged or an artifact; ligatures are read as letters.
    for page in file.pages {
      let stream = page["/Contents"]
      stream.replaceStream(with: ContentStreamRewriter.rewritten(stream.streamBytes))
      page.set("/Tabs", file.name("/S"))
    }
    LigatureMaps.spellOut(in: file)
    // 2. The numbers behind the figures.
    let attachments = FigureAttachments(report: report).write(to: file)
    // 3. The structure.
    let structure = try StructureWriter(
      file: file, tree: content.tree, content: content, pageHeight: pageHeight, attachments: attachments)
    structure.describeLinks()
    structure.write()
    // 4. What the file says about itself.
    let catalog = file.root
    catalog.set("/Lang", file.text(report.lang))
    catalog.set("/ViewerPreferences", file.dictionary(["/DisplayDocTitle": file.boolean(true)]))
    let packet = file.stream(
      Array(XMPPacket(metadata: PDFMetadata(report: report)).text.utf8),
      ["/Type": file.name("/Metadata"), "/Subtype": file.name("/XML")])
    catalog.set("/Metadata", packet.indirect())
    return try file.written()
  }
}
