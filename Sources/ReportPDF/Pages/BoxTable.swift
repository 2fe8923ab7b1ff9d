/// The boxes of a report by number.
///
/// The search for pages tries every column in many ways and copies what it holds with each: numbers and places, not boxes.
struct BoxTable {
  /// What the search needs to know of a box.
  struct Measures {
    var height: Double
    var baseline: Double
    var slack: Double
    var isOnGrid: Bool
    var isHeading: Bool
    /// The boxes repeated above it when it comes first on a page.
    var repeated: Range<Int> = 0..<0
    /// The numbers of the footnotes whose marks it holds.
    var footnotes: [Int] = []
  }

  private(set) var boxes: [VerticalBox] = []
  private(set) var measures: [Measures] = []
  /// The lines of each footnote.
  private var notes: [Int: Range<Int>] = [:]
  private let footnote: (Int) -> [VerticalBox]

  /// - Parameter footnote: gives the lines of a footnote by its number.
  init(footnote: @escaping (Int) -> [VerticalBox]) { self.footnote = footnote }

  /// Takes a box in, with what is repeated above it and the notes it asks for, and returns its number.
  mutating func add(_ box: VerticalBox) -> Int {
    let repeated = add(box.repeated)
    for number in box.footnotes where notes[number] == nil { notes[number] = add(footnote(number)) }
    let number = append(box)
    measures[number].repeated = repeated
    measures[number].footnotes = box.footnotes
    return number
  }

  /// The lines of a footnote.
  func note(_ number: Int) -> Range<Int> { notes[number] ?? 0..<0 }

  private mutating func add(_ boxes: [VerticalBox]) -> Range<Int> {
    let first = measures.count
    for box in boxes { _ = append(box) }
    return first..<measures.count
  }

  private mutating func append(_ box: VerticalBox) -> Int {
    boxes.append(box)
    measures.append(
      Measures(
        height: box.height, baseline: box.baseline, slack: box.slack, isOnGrid: box.isOnGrid, isHeading: box.isHeading))
    return boxes.count - 1
  }
}
