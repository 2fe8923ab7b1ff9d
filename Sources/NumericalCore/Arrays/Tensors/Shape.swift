import Diagnostics

/// The extents of a tensor's axes, outermost first: at most six, held without an allocation.
public struct Shape: Hashable, Sendable, ExpressibleByArrayLiteral, CustomStringConvertible {
  /// The most axes a tensor has.
  public static let maximumRank = 6

  /// Number of axes.
  public private(set) var rank: Int
  private var extents: InlineArray<6, Int>

  /// A shape of the given extents, each ≥ 0, at most six of them.
  public init(_ extents: [Int]) {
    if extents.count > Shape.maximumRank { trap("a shape of \(extents.count) axes: at most \(Shape.maximumRank)") }
    self.extents = InlineArray(repeating: 1)
    rank = extents.count
    for (axis, extent) in extents.enumerated() {
      if extent < 0 { trap("a shape with an extent of \(extent)") }
      self.extents[axis] = extent
    }
  }

  public init(arrayLiteral elements: Int...) { self.init(elements) }

  /// The extent of an axis; negative axes count from the end.
  public subscript(axis: Int) -> Int {
    get { extents[resolved(axis)] }
    set {
      if newValue < 0 { trap("a shape with an extent of \(newValue)") }
      extents[resolved(axis)] = newValue
    }
  }

  /// An axis counted from the start, for one that may count from the end (−1 is the last).
  public func resolved(_ axis: Int) -> Int {
    let index = axis < 0 ? rank + axis : axis
    if index < 0 || index >= rank { trap("axis \(axis) of a tensor of \(self)") }
    return index
  }

  /// The number of elements: the product of the extents, 1 for a scalar.
  public var count: Int {
    var product = 1
    for axis in 0..<rank { product *= extents[axis] }
    return product
  }

  /// The extents as an array.
  public var array: [Int] { (0..<rank).map { extents[$0] } }

  /// The product of the extents of the axes in `range`.
  public func count(of range: Range<Int>) -> Int {
    var product = 1
    for axis in range { product *= extents[axis] }
    return product
  }

  /// The shape without the given axis.
  public func removing(_ axis: Int) -> Shape {
    let axis = resolved(axis)
    var result = self
    for index in axis..<(rank - 1) { result.extents[index] = extents[index + 1] }
    result.extents[rank - 1] = 1
    result.rank -= 1
    return result
  }

  /// The shape with an axis of the given extent put before `axis`, which may be the rank.
  public func inserting(_ extent: Int, at axis: Int) -> Shape {
    if axis < 0 || axis > rank || rank == Shape.maximumRank { trap("an axis inserted at \(axis) of \(self)") }
    var array = array
    array.insert(extent, at: axis)
    return Shape(array)
  }

  /// The shape that both broadcast to by NumPy's rule (aligned at the last axis, extents equal or 1); nil if there is none.
  public static func broadcast(_ a: Shape, _ b: Shape) -> Shape? {
    let rank = max(a.rank, b.rank)
    var result = a.rank >= b.rank ? a : b
    for axis in 0..<rank {
      let (i, j) = (axis - (rank - a.rank), axis - (rank - b.rank))
      let (m, n) = (i < 0 ? 1 : a.extents[i], j < 0 ? 1 : b.extents[j])
      if m != n && m != 1 && n != 1 { return nil }
      result.extents[axis] = m == 1 ? n : m
    }
    return result
  }

  /// In words, such as "128 × 8 × 8 × 16"; "scalar" for no axes.
  public var description: String {
    rank == 0 ? "scalar" : array.map(String.init).joined(separator: " × ")
  }

  public static func == (a: Shape, b: Shape) -> Bool {
    if a.rank != b.rank { return false }
    for axis in 0..<a.rank where a.extents[axis] != b.extents[axis] { return false }
    return true
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(rank)
    for axis in 0..<rank { hasher.combine(extents[axis]) }
  }
}
