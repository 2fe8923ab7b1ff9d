/// How a run of text is set.
package struct TextStyle: Sendable, Hashable {
  package var role: FontRole
  /// Size in points.
  package var size: Double

  package init(_ role: FontRole, size: Double) {
    self.role = role
    self.size = size
  }
}
