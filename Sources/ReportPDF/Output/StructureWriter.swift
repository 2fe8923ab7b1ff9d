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
  struct Mark {
    var page: PDFObject
    var id: Int?
    var annotation: PDFObject?
  }

  func write() {
    var marksOfNode: [Int: [Int]] = [:]
    for (index, node) in content.nodes.enumerated() { marksOfNode[node, default: []].append(index) }
    let (children, first) = shownChildren(marksOfNode)
    var builder = StructureElements(
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
