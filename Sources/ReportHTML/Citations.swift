import Report

/// The places of a page that cite works, so that the bibliography can lead back to them.
struct Citations {
  private let works: Set<String>
  private var count = 0
  /// Ids of the links by the anchor of the work, in the order of the page.
  private(set) var places: [String: [String]] = [:]

  init(_ report: Report) { works = Set(report.bibliography.map(\.anchor)) }

  /// - Returns: the id of the link to write; nil if it leads to something else than a work.
  mutating func note(_ anchor: String) -> String? {
    guard works.contains(anchor) else { return nil }
    count += 1
    let id = "rp-cite-\(count)"
    places[anchor, default: []].append(id)
    return id
  }
}
