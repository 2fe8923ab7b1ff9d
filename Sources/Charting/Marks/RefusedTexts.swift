import Graphics

/// Where texts of a large table found no place, and how short they were: what is taken stays taken, so that a text as
/// long within two points is not measured.
struct RefusedTexts {
  /// Below this many texts each is tried by itself.
  private static let leastCount = 5000
  private static let side = 2.0

  private struct Square: Hashable {
    var column: Int
    var row: Int

    init(_ place: Point) {
      column = Int((place.x / side).rounded(.down))
      row = Int((place.y / side).rounded(.down))
    }
  }

  private let isActive: Bool
  private var shortest: [Square: Int] = [:]

  init(count: Int) { isActive = count >= RefusedTexts.leastCount }

  /// Whether a text as short had no place here.
  func refuse(_ text: String, at place: Point) -> Bool {
    isActive && shortest[Square(place)].map { text.utf8.count >= $0 } ?? false
  }

  mutating func insert(_ text: String, at place: Point) {
    guard isActive else { return }
    shortest[Square(place), default: .max] = min(shortest[Square(place), default: .max], text.utf8.count)
  }
}
