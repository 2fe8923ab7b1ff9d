/// How a run of text is set.
package struct TextStyle: Sendable, Hashable {
  package var role: FontRole
  /// Size in points.
  package var size: Double
  package var features: TextFeatures
  /// Space added after each character, in ems; letters set apart are not joined to ligatures.
  package var tracking: Double

  package init(_ role: FontRole, size: Double, features: TextFeatures = [], tracking: Double = 0) {
    self.role = role
    self.size = size
    self.features = features
    self.tracking = tracking
  }
}
