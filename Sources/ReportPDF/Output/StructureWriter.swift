import Graphics

/// Replaces the flat list of tags that Cairo writes by the tree of the report: what is divided between pages is one
/// element again, floats stand where they are spoken of, and elements say what the format asks of them.
struct StructureWriter {
  let file: PDFFile
  let tree: StructureTree
  let content: TaggedContent
  let pageHeight: Double
  /// File specifications by name.
  let attachments: [String: PDFObject]
  private let marks: [Mark]

  /// - Throws: when the file does not hold the marks that were painted.
  init(
    file: PDFFile, tree: StructureTree, content: TaggedContent, pageHeight: Double, attachments: [String: PDFObject]
  ) throws(PDFReportError) {
    self.file = file
    self.tree = tree
    self.content = content
    self.pageHeight = pageHeight
    self.attachments = attachments
    marks = Self.paintedMarks(in: file)
    guard marks.count == content.nodes.count else {
      throw .painting("\(marks.count) tags were written where \(content.nodes.count) were painted")
    }
  }

  /// One mark on a page, with the area of its link.
  private struct Mark {
    var page: PDFObject
    var id: Int?
    var annotation: PDFObject?
  }

  func write() {
    var marksOfNode: [Int: [Int]] = [:]
    for (index, node) in content.nodes.enumerated() { marksOfNode[node, default: []].append(index) }
    let (children, first) = shownChildren(marksOfNode)
    var builder = Builder(
      writer: self, marks: marks, marksOfNode: marksOfNode, children: children, first: first,
      root: file.dictionary(["/Type": file.name("/StructTreeRoot")]).indirect())
    builder.build()
    file.root.set("/StructTreeRoot", builder.root)
    file.root.set("/MarkInfo", file.dictionary(["/Marked": file.boolean(true)]))
  }

  /// Cairo's elements in the order in which they were opened.
  private static func paintedMarks(in file: PDFFile) -> [Mark] {
    var found: [Mark] = []
    func visit(_ element: PDFObject) {
      let kids = element["/K"].isArray ? element["/K"].items : [element["/K"]]
      var mark = Mark(page: element["/Pg"])
      for kid in kids {
        if let id = kid.integer {
          mark.id = id
        } else if kid["/Type"].name == "/OBJR" {
          mark.annotation = kid["/Obj"]
        } else if kid["/Type"].name == "/MCR" {
          mark.id = kid["/MCID"].integer
          mark.page = kid["/Pg"]
        } else if kid.isDictionary {
          visit(kid)
        }
      }
      if element["/S"].name != "/Document" && element["/S"].name != nil { found.append(mark) }
    }
    visit(file.root["/StructTreeRoot"])
    return found
  }

  /// The nodes below each node that are in the file, in the order of reading, and the first mark within each node.
  private func shownChildren(_ marks: [Int: [Int]]) -> (children: [Int: [Int]], first: [Int: Int]) {
    var first = marks.compactMapValues(\.first)
    for node in tree.nodes.indices.reversed() {
      guard let own = first[node], node != StructureTree.document else { continue }
      let parent = tree.nodes[node].parent
      first[parent] = min(first[parent] ?? own, own)
    }
    var children: [Int: [Int]] = [:]
    for node in tree.nodes.indices.dropFirst() {
      let entry = tree.nodes[node]
      // An empty cell holds the place of its column.
      let isCell = entry.tag == "TD" || entry.tag == "TH"
      if first[node] != nil || isCell && first[entry.parent] != nil { children[entry.parent, default: []].append(node) }
    }
    // Where text of the parent's own stands between them, what is read first counts.
    for parent in children.keys where marks[parent] != nil {
      children[parent]?.sort { (first[$0] ?? 0, $0) < (first[$1] ?? 0, $1) }
    }
    return (children, first)
  }

  // MARK: - Elements

  private struct Builder {
    let writer: StructureWriter
    let marks: [Mark]
    let marksOfNode: [Int: [Int]]
    let children: [Int: [Int]]
    let first: [Int: Int]
    let root: PDFObject
    /// The element of each mark, for the way back from the page.
    private var elementOfMark: [Int: PDFObject] = [:]
    private var identifiers: [(String, PDFObject)] = []

    init(
      writer: StructureWriter, marks: [Mark], marksOfNode: [Int: [Int]], children: [Int: [Int]], first: [Int: Int],
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

  /// Says in words where each link leads.
  func describeLinks() {
    for (mark, node) in zip(marks, content.nodes) {
      guard let annotation = mark.annotation else { continue }
      annotation.set("/Contents", file.text(description(ofLink: node)))
      // Printed with the page, as the standard for archiving asks.
      annotation.set("/F", file.integer(4))
    }
  }

  private func description(ofLink node: Int) -> String {
    let words = (content.linkTexts[node] ?? "").split(separator: " ").joined(separator: " ")
    switch tree.nodes[node].link {
    case .address(let address)?: return words.isEmpty || words == address ? address : "\(words): \(address)"
    default: return words.isEmpty ? "Link within the report" : words
    }
  }
}
