import Tables

/// What a view inherits from those around it.
struct BuildContext: Sendable {
  var frame: DataFrame?
  /// The rows of all facets, from which bins and sort orders are taken.
  var whole: DataFrame?
  var encoding: Encoding = [:]
  var scaleIDs: [Channel: Int]
  /// Scale types that a neighbouring layer sets.
  var positionKinds: [Channel: ScaleSpec.Kind] = [:]
  var facets: [(column: String, title: String, value: Value)] = []
  var width: ViewSpec.Size?
  var height: ViewSpec.Size?
  var legend: LegendPlacement?
}
