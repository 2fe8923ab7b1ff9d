import Diagnostics

/// Numbers of a rectangular shape in one cell of a text column, as nested JSON lists: `[[0, 0.5], [1, 0]]` is a matrix, 2 × 2.
///
/// A tensor so written keeps its shape through all that a text goes through: the store of results, worker processes, SQL (where
/// `json_extract(cell, '$[0][1]')` is an element) and CSV files.
public struct TensorCell: Sendable, Equatable {
  /// Why a text is no tensor.
  public enum Fault: Error, Equatable, CustomStringConvertible {
    case notAList
    case notANumber(String)
    /// A list of a length beside lists of another length, or beside numbers.
    case ragged(found: String, beside: String)

    public var description: String {
      switch self {
      case .notAList: "is not a list of numbers"
      case .notANumber(let text): "has '\(text)' where a number should be"
      case .ragged(let found, let other): "is ragged: \(found) beside \(other)"
      }
    }
  }

  /// The extents of the axes, outermost first.
  public let shape: [Int]
  /// Row-major; NaN where a number is missing.
  public let values: [Double]

  /// - Precondition: as many values as the shape has places.
  public init(shape: [Int], values: [Double]) {
    if values.count != shape.reduce(1, *) { trap("TensorCell: \(values.count) values for the shape \(Self.words(shape))") }
    self.shape = shape
    self.values = values
  }

  /// "8 × 8 × 3"
  public var shapeText: String { Self.words(shape) }

  private static func words(_ shape: [Int]) -> String { shape.map(String.init).joined(separator: " × ") }
}

extension TensorCell {
  /// The cell's text: shortest decimals that read back as the same numbers; what is not finite is missing, `null`.
  public var text: String { Self.text(of: values, shape: shape) }

  /// The text of elements of any precision.
  ///
  /// - Precondition: as many elements as the shape has places.
  /// - Complexity: O(elements).
  public static func text<Element: BinaryFloatingPoint>(of elements: [Element], shape: [Int]) -> String {
    if elements.count != shape.reduce(1, *) { trap("TensorCell: \(elements.count) elements for the shape \(words(shape))") }
    guard !shape.isEmpty else { return elements.first.map { number($0) } ?? "null" }
    guard !elements.isEmpty else { return "[]" }
    // How many brackets open or close around an element: one for each axis that begins or ends there.
    var text = ""
    for (index, element) in elements.enumerated() {
      let depth = boundaries(index, shape)
      if index > 0 { text += String(repeating: "]", count: depth) + ", " }
      text += String(repeating: "[", count: index == 0 ? shape.count : depth)
      text += number(element)
    }
    return text + String(repeating: "]", count: shape.count)
  }

  private static func boundaries(_ index: Int, _ shape: [Int]) -> Int {
    var (size, count) = (1, 0)
    for extent in shape.reversed() {
      size *= extent
      if index % size != 0 { break }
      count += 1
    }
    return min(count, shape.count - 1)
  }

  private static func number<Element: BinaryFloatingPoint>(_ element: Element) -> String {
    guard element.isFinite else { return "null" }
    return element == element.rounded() && element.magnitude < 1e6 ? String(Int(element)) : "\(element)"
  }
}

extension TensorCell {
  /// Reads nested lists of numbers and nulls.
  ///
  /// - Throws: `Fault` if the text is no list, has something else than numbers, or lists of different lengths at the same depth.
  /// - Complexity: O(bytes).
  public init(_ text: String) throws(Fault) {
    var reader = TensorCellReader()
    try reader.read(text)
    (shape, values) = (reader.shape, reader.values)
  }
}
