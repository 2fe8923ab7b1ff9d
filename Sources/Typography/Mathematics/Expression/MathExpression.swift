/// A parsed formula: the math list, its tags, and what was wrong with the source.
package struct MathExpression: Sendable, Hashable {
  /// An equation tag that the author gave: `\tag{3}`; `row` is the line of the outermost alignment it stands in.
  package struct Tag: Sendable, Hashable {
    package var text: String
    /// `\tag*`: printed without parentheses.
    package var isBare: Bool
    package var row: Int
    package var range: Range<Int>
  }

  /// The TeX as it was given.
  package var source: String
  package var body: [MathNode]
  package var tags: [Tag] = []
  /// The name of `\label`, which the notebook's own labels replace.
  package var label: String?
  /// `\notag` or `\nonumber` was given.
  package var isUnnumbered = false
  /// In the order of the source; empty for a sound formula.
  package var problems: [MathProblem] = []

  package var tag: Tag? { tags.first }
  package var isEmpty: Bool { body.isEmpty }
}
