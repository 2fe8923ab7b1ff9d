/// The tags that are open on a page; moves from one leaf of the structure to the next.
struct TagStack {
  let tree: StructureTree
  /// Attributes of the links to anchors that have a place.
  let liveLinks: Set<String>
  let canvas: PDFCanvas
  /// Of the figures and formulas opened so far.
  private(set) var alternatives: [PDFUpdate.Alternative] = []
  private var path: [(node: Int, name: String)] = []

  init(tree: StructureTree, liveLinks: Set<String>, canvas: PDFCanvas) {
    self.tree = tree
    self.liveLinks = liveLinks
    self.canvas = canvas
  }

  /// Makes a node the innermost open tag; nil, for decoration, closes the leaf.
  mutating func open(_ node: Int?) {
    guard let node else { return close(to: max(0, path.count - 1)) }
    if path.last?.node == node { return }
    let target = tree.path(to: node)
    var common = 0
    while common < min(path.count, target.count) && path[common].node == target[common] { common += 1 }
    close(to: common)
    for index in target[common...] {
      let entry = tree.nodes[index]
      // A link to an anchor that has no place is set as plain text.
      let isDead = entry.tag == "Link" && entry.attributes.hasPrefix("dest=") && !liveLinks.contains(entry.attributes)
      let name = isDead ? "Span" : entry.tag
      if name == "Figure" || name == "Formula" { alternatives.append(.init(tag: name, text: entry.alternative)) }
      canvas.beginTag(name, isDead ? "" : entry.attributes)
      path.append((index, name))
    }
  }

  mutating func closeAll() { close(to: 0) }

  private mutating func close(to count: Int) {
    while path.count > count { canvas.endTag(path.removeLast().name) }
  }
}
