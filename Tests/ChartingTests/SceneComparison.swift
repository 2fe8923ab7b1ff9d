import Foundation

/// Compares scenes as `Scripts/compare-with-vega-lite` does: places agree to 10⁻³ of the plot.
enum SceneComparison {
  typealias JSON = [String: Any]
  static let tolerance = 1e-3

  static func views(_ data: Data) throws -> [JSON] {
    (try JSONSerialization.jsonObject(with: data) as? JSON)?["views"] as? [JSON] ?? []
  }

  static func differences(expected: [JSON], found: [JSON]) -> [String] {
    guard expected.count == found.count else { return ["\(found.count) views, Vega-Lite has \(expected.count)"] }
    var faults: [String] = []
    for (index, (a, b)) in zip(expected, found).enumerated() {
      let here: [String] = scales(a, b) + sizes(a, b) + marks(a, b)
      faults += here.map { "view \(index): " + $0 }
    }
    return faults
  }

  private static func sizes(_ a: JSON, _ b: JSON) -> [String] {
    var faults: [String] = []
    for key in ["width", "height"] {
      let (wanted, got) = (number(a[key]), number(b[key]))
      if !(abs(wanted - got) <= 0.5) { faults.append("\(key) \(got), Vega-Lite \(wanted)") }
    }
    return faults
  }

  // MARK: Scales

  private static func scales(_ a: JSON, _ b: JSON) -> [String] {
    let found = b["scales"] as? [JSON] ?? []
    var faults: [String] = []
    for scale in a["scales"] as? [JSON] ?? [] {
      let channel = text(scale["channel"])
      guard let mine = found.first(where: { text($0["channel"]) == channel }) else {
        faults.append("no scale for \(channel)")
        continue
      }
      if text(mine["type"]) != text(scale["type"]) { faults.append("\(channel) scale is \(text(mine["type"])), Vega-Lite \(text(scale["type"]))") }
      let (wanted, got) = (scale["domain"] as? [Any] ?? [], mine["domain"] as? [Any] ?? [])
      if wanted.count != got.count || !zip(wanted, got).allSatisfy(isSame) { faults.append("\(channel) domain \(got), Vega-Lite \(wanted)") }
    }
    return faults
  }

  private static func isSame(_ a: Any, _ b: Any) -> Bool {
    if let x = a as? NSNumber, let y = b as? NSNumber {
      return abs(x.doubleValue - y.doubleValue) <= 1e-6 * max(abs(x.doubleValue), abs(y.doubleValue), 1e-12)
    }
    return text(a).lowercased() == text(b).lowercased()
  }

  private static func text(_ value: Any?) -> String { value as? String ?? (value as? NSNumber)?.stringValue ?? "" }

  private static func number(_ value: Any?) -> Double { (value as? NSNumber)?.doubleValue ?? .nan }

  // MARK: Marks

  struct Item {
    var places: [Double]
    var words: String
    var isThere: Bool { places[0].isFinite && places[1].isFinite }

    func distance(_ other: Item) -> Double {
      if words != other.words { return 99 }
      return zip(places, other.places).map { $0.isNaN ? 0 : $1.isNaN ? 99 : abs($0 - $1) }.max() ?? 0
    }
  }

  struct Mark {
    var type: String
    var items: [Item]
  }

  private static func marks(_ a: JSON, _ b: JSON) -> [String] {
    let (wanted, found) = (merged(a), merged(b))
    guard wanted.map(\.type) == found.map(\.type) else { return ["marks \(found.map(\.type)), Vega-Lite \(wanted.map(\.type))"] }
    var rest = found
    return wanted.flatMap { mark -> [String] in
      // Among the paths of a view the nearest one is meant.
      let places = rest.indices.filter { rest[$0].type == mark.type }
      guard let place = places.first(where: { difference(mark, rest[$0]).isEmpty }) ?? places.first else { return ["no \(mark.type)"] }
      return difference(mark, rest.remove(at: place))
    }
  }

  private static func difference(_ a: Mark, _ b: Mark) -> [String] {
    let (wanted, found) = (a.items.filter(\.isThere), b.items.filter(\.isThere))
    guard wanted.count == found.count else { return ["\(a.type): \(found.count) items, Vega-Lite \(wanted.count)"] }
    var rest = found
    for (index, item) in wanted.enumerated() {
      // The vertices of a path have an order; other items are matched with the nearest.
      var other = found[index]
      if !isPath(a.type), let nearest = rest.indices.min(by: { item.distance(rest[$0]) < item.distance(rest[$1]) }) { other = rest.remove(at: nearest) }
      if item.distance(other) > tolerance { return ["\(a.type): item \(other), Vega-Lite \(item)"] }
    }
    return []
  }

  private static func isPath(_ type: String) -> Bool { type == "line" || type == "area" }

  /// All items of one type in one list, but lines and areas apart.
  private static func merged(_ view: JSON) -> [Mark] {
    var marks: [Mark] = []
    for mark in view["marks"] as? [JSON] ?? [] {
      let type = text(mark["type"])
      let items = (mark["items"] as? [JSON] ?? []).map { item(type, $0) }
      if items.isEmpty { continue }
      if !isPath(type), let index = marks.firstIndex(where: { $0.type == type }) { marks[index].items += items } else { marks.append(Mark(type: type, items: items)) }
    }
    return marks.sorted { $0.type < $1.type }
  }

  /// Words with a hyphen for a minus and without thin spaces or thousands marks, which are looks.
  private static func plain(_ text: String) -> String {
    text.replacingOccurrences(of: "\u{2212}", with: "-").filter { $0 != "\u{2009}" && $0 != "," }
  }

  /// Rules and areas have their ends in a fixed order.
  private static func item(_ type: String, _ item: JSON) -> Item {
    var places = ["x", "y", "x2", "y2"].map { number(item[$0]) }
    if type == "rule" && (places[0], places[1]) > (places[2], places[3]) { places = [places[2], places[3], places[0], places[1]] }
    if type == "area" {
      if places[1] > places[3] { places.swapAt(1, 3) }
      if places[0] > places[2] { places.swapAt(0, 2) }
    }
    return Item(places: places, words: type == "text" ? plain(text(item["text"])) : "")
  }
}
