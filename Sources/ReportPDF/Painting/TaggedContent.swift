import Graphics

/// Opens and closes the marks around tagged content while pages are painted, and remembers which node each belongs to.
///
/// Cairo numbers the marks and writes the areas of links; the tree of the structure is built from this record later.
struct TaggedContent {
  let tree: StructureTree
  /// Anchors that have a place.
  let destinations: Set<String>
  let canvas: PDFCanvas
  /// The node of each mark in the order of painting.
  private(set) var nodes: [Int] = []
  /// Where figures stand: page, and the frame in points from its top left corner.
  private(set) var figureFrames: [Int: Rect] = [:]
  /// The text of links.
  private(set) var linkTexts: [Int: String] = [:]
  private var open: (node: Int, name: String)?

  init(tree: StructureTree, destinations: Set<String>, canvas: PDFCanvas) {
    self.tree = tree
    self.destinations = destinations
    self.canvas = canvas
  }

  /// Marks what follows as content of a node; nil for decoration.
  mutating func open(_ node: Int?) {
    guard let node else { return close() }
    if open?.node == node { return }
    close()
    let entry = tree.nodes[node]
    let link = liveLink(of: entry)
    let name = link != nil ? "Link" : entry.tag == "Link" ? "Span" : entry.tag
    canvas.beginTag(name, link?.attributes ?? "")
    nodes.append(node)
    open = (node, name)
  }

  mutating func close() {
    if let open { canvas.endTag(open.name) }
    open = nil
  }

  /// At the end of a line: a link ends with it, as its area does.
  mutating func endLine() {
    if open?.name == "Link" { close() }
  }

  mutating func note(_ frame: Rect, ofFigure node: Int?) {
    if let node { figureFrames[node] = frame }
  }

  mutating func note(_ text: String, ofLink node: Int?) {
    if let node, tree.nodes[node].tag == "Link" { linkTexts[node, default: ""] += text }
  }

  /// A link to an anchor that has no place is set as plain text.
  private func liveLink(of node: StructureTree.Node) -> LinkTarget? {
    if case .anchor(let name)? = node.link, !destinations.contains(name) { return nil }
    return node.link
  }
}
