/// The logical structure of the document, for readers that cannot see the page: tags with their parents.
///
/// Elements on pages name their innermost tag; the painter opens and closes tags as that changes.
struct StructureTree {
  struct Node {
    var tag: String
    var attributes: String
    /// Said in place of a figure or a formula.
    var alternative: String
    var parent: Int
    var depth: Int
  }

  /// The tag that holds all others.
  static let document = 0

  private(set) var nodes = [Node(tag: "Document", attributes: "", alternative: "", parent: -1, depth: 0)]

  mutating func add(_ tag: String, in parent: Int, attributes: String = "", alternative: String = "") -> Int {
    nodes.append(
      Node(tag: tag, attributes: attributes, alternative: alternative, parent: parent, depth: nodes[parent].depth + 1))
    return nodes.count - 1
  }

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
