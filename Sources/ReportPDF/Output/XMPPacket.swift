/// The file's metadata in XML, with the mark of PDF/UA-1.
struct XMPPacket {
  let metadata: PDFMetadata

  var text: String {
    """
    <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about=""
            xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
            xmlns:xmp="http://ns.adobe.com/xap/1.0/"
            xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
          <pdfuaid:part>1</pdfuaid:part>
          <dc:format>application/pdf</dc:format>
          <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(escaped(metadata.title))</rdf:li></rdf:Alt></dc:title>
          <dc:creator><rdf:Seq>\(metadata.authors.map { "<rdf:li>\(escaped($0))</rdf:li>" }.joined())</rdf:Seq></dc:creator>
          <dc:description><rdf:Alt><rdf:li xml:lang="x-default">\(escaped(metadata.subject))</rdf:li></rdf:Alt></dc:description>
          <dc:language><rdf:Bag><rdf:li>\(escaped(metadata.report.lang))</rdf:li></rdf:Bag></dc:language>
          <pdf:Keywords>\(escaped(metadata.keywords))</pdf:Keywords>
          <xmp:CreatorTool>\(PDFMetadata.creator)</xmp:CreatorTool>
          <xmp:CreateDate>\(metadata.date)</xmp:CreateDate>
          <xmp:ModifyDate>\(metadata.date)</xmp:ModifyDate>
        </rdf:Description>
      </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="r"?>
    """
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
