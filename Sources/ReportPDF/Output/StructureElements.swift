import Graphics

/// Makes the elements of the structure from nodes and the marks on pages, and the way back from each mark.
struct StructureElements {
  let writer: StructureWriter
  let marks: [StructureWriter.Mark]
  let marksOfNode: [Int: [Int]]
  let children: [Int: [Int]]
  let first: [Int: Int]
  let root: PDFObject
  /// The element of each mark, for the way back from the page.
  private var elementOfMark: [Int: PDFObject] = [:]
  private var identifiers: [(String, PDFObject)] = []

  init(
    writer: StructureWriter, marks: [StructureWriter.Mark], marksOfNode: [Int: [Int]], children: [Int: [Int]], first: [Int: Int],
    root: PDFObject
  ) {
    self.writer = writer
    self.marks = marks
    self.marksOfNode = marksOfNode
    self.children = children
    self.first = first
    self.root = root
  }

  private var file: PDFFile { writer.file }

  mutating func build() {
    root.set("/K", element(StructureTree.document, parent: root))
    writeParentTree()
    guard !identifiers.isEmpty else { return }
    let names = file.array(identifiers.sorted { $0.0 < $1.0 }.flatMap { [file.string($0.0), $0.1] })
    root.set("/IDTree", file.dictionary(["/Names": names]))
  }

  private mutating func element(_ node: Int, parent: PDFObject) -> PDFObject {
    let element = file.dictionary([
      "/Type": file.name("/StructElem"), "/S": file.name("/" + name(of: node)), "/P": parent,
    ]).indirect()
    let own = marksOfNode[node] ?? []
    if let page = own.first.map({ marks[$0].page }) { element.set("/Pg", page) }
    let kids = file.array()
    var inner = (children[node] ?? [])[...]
    for mark in own {
      while let child = inner.first, (first[child] ?? 0) < mark {
        kids.append(self.element(child, parent: element))
        inner.removeFirst()
      }
      append(mark, of: element, page: marks[own[0]].page, to: kids)
    }
    for child in inner { kids.append(self.element(child, parent: element)) }
    element.set("/K", kids)
    describe(node, element)
    return element
  }

  /// A link that leads nowhere is only text.
  private func name(of node: Int) -> String {
    let tag = writer.tree.nodes[node].tag
    guard tag == "Link" else { return tag }
    return (marksOfNode[node] ?? []).contains { marks[$0].annotation != nil } ? tag : "Span"
  }

  private mutating func append(_ index: Int, of element: PDFObject, page: PDFObject, to kids: PDFObject) {
    let mark = marks[index]
    elementOfMark[index] = element
    if let id = mark.id {
      let isElsewhere = mark.page.number != page.number
      kids.append(
        isElsewhere
          ? file.dictionary(["/Type": file.name("/MCR"), "/Pg": mark.page, "/MCID": file.integer(id)]) : file.integer(id))
    }
    if let annotation = mark.annotation {
      kids.append(file.dictionary(["/Type": file.name("/OBJR"), "/Obj": annotation, "/Pg": mark.page]))
    }
  }

  private mutating func describe(_ node: Int, _ element: PDFObject) {
    let entry = writer.tree.nodes[node]
    if !entry.alternative.isEmpty { element.set("/Alt", file.text(entry.alternative)) }
    if let specification = entry.attachment.flatMap({ writer.attachments[$0] }) {
      element.set("/AF", file.array([specification]))
    }
    switch entry.tag {
    case "TH": setAttributes(["/O": file.name("/Table"), "/Scope": file.name("/Column")], on: element)
    case "L":
      if let numbering = entry.numbering {
        setAttributes(["/O": file.name("/List"), "/ListNumbering": file.name("/" + numbering)], on: element)
      }
    case "Note":
      let identifier = "note-\(identifiers.count + 1)"
      element.set("/ID", file.string(identifier))
      identifiers.append((identifier, element))
    case "Figure":
      guard let frame = writer.content.figureFrames[node] else { break }
      let box = [frame.x, writer.pageHeight - frame.maxY, frame.maxX, writer.pageHeight - frame.y].map { file.real($0) }
      setAttributes(["/O": file.name("/Layout"), "/Placement": file.name("/Block"), "/BBox": file.array(box)], on: element)
    default: break
    }
  }

  private func setAttributes(_ entries: KeyValuePairs<String, PDFObject>, on element: PDFObject) {
    element.set("/A", file.dictionary(entries))
  }

  /// From the marks of a page and from each link to their elements.
  private func writeParentTree() {
    var entries: [(Int, PDFObject)] = []
    var pageMarks: [Int: [Int: PDFObject]] = [:]
    for (index, mark) in marks.enumerated() {
      guard let element = elementOfMark[index] else { continue }
      if let id = mark.id, let key = mark.page["/StructParents"].integer { pageMarks[key, default: [:]][id] = element }
      if let annotation = mark.annotation, let key = annotation["/StructParent"].integer { entries.append((key, element)) }
    }
    for (key, elements) in pageMarks.sorted(by: { $0.key < $1.key }) {
      let last = elements.keys.max() ?? 0
      entries.append((key, file.array((0...last).map { elements[$0] ?? root }).indirect()))
    }
    entries.sort { $0.0 < $1.0 }
    let numbers = file.array(entries.flatMap { [file.integer($0.0), $0.1] })
    root.set("/ParentTree", file.dictionary(["/Nums": numbers]).indirect())
    root.set("/ParentTreeNextKey", file.integer((entries.last?.0 ?? -1) + 1))
  }
}
