import Report
import Typography

/// A report cut into pages, with what the painter needs to know besides.
struct ReportLayout {
  var report: Report
  var geometry: PageGeometry
  var pages: [Page]
  var tree: StructureTree
  /// Anchors that have a place on a page.
  var destinations: Set<String>
  var typesetter: ParagraphTypesetter
}
