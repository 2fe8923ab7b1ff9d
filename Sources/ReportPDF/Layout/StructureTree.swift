import Graphics

/// The logical structure of the document, for readers that cannot see the page: tags with their parents.
///
/// Elements on pages name their innermost tag. What is set on several pages, or again after something else, belongs to
/// one node all the same.
struct StructureTree {
  struct Node {
    var tag: String
    /// Where a link leads.
    var link: LinkTarget?
    /// Said in place of a figure or a formula.
    var alternative: String
    /// How the items of a list are numbered, in the words of the PDF format.
    var numbering: String?
    /// A file whose numbers a figure shows.
    var attachment: String?
    var parent: Int
    var depth: Int
  }

  /// The tag that holds all others.
  static let document = 0

  private(set) var nodes = [Node(tag: "Document", alternative: "", parent: -1, depth: 0)]

  mutating func add(
    _ tag: String, in parent: Int, link: LinkTarget? = nil, alternative: String = "", numbering: String? = nil,
    attachment: String? = nil
  ) -> Int {
    nodes.append(
      Node(
        tag: tag, link: link, alternative: alternative, numbering: numbering, attachment: attachment, parent: parent,
        depth: nodes[parent].depth + 1))
    return nodes.count - 1
  }

  /// How many nodes there are, to return to.
  var mark: Int { nodes.count }

  /// Forgets the nodes added since.
  mutating func rewind(to mark: Int) { nodes.removeLast(nodes.count - mark) }

  /// From just below the document down to the node.
  func path(to node: Int) -> [Int] {
    var path: [Int] = []
    var index = node
    while index > Self.document {
      path.append(index)
      index = nodes[index].parent
    }
    return path.reversed()
  }
}
