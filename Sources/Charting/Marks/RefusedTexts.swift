import Graphics

/// Where texts of a large table found no place: what is taken stays taken, so that after a few refusals within two
/// points no further text is written out and measured there.
struct RefusedTexts {
  /// Below this many texts each is tried by itself.
  private static let leastCount = 5000
  private static let side = 2.0
  /// A shorter text may still fit where a long one did not.
  private static let tries = 3

  private struct Square: Hashable {
    var column: Int
    var row: Int
  }

  private let isActive: Bool
  private var refusals: [Square: Int] = [:]

  init(count: Int) { isActive = count >= RefusedTexts.leastCount }

  private func square(_ place: Point) -> Square {
    Square(column: Int((place.x / Self.side).rounded(.down)), row: Int((place.y / Self.side).rounded(.down)))
  }

  func refuses(_ place: Point) -> Bool { isActive && refusals[square(place), default: 0] >= Self.tries }

  mutating func insert(_ place: Point) {
    if isActive { refusals[square(place), default: 0] += 1 }
  }
}
