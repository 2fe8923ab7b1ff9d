import Diagnostics

/// A dense n-dimensional array of `Float` or `Double`: row-major, contiguous, a value.
///
/// Copies share their memory until one of them is changed. `reshaped(to:)`, `rows(_:)` and `row(_:)` are views of the same
/// memory. Images are batches of shape image × row × column × channel.
///
///     let x = Tensor<Float>([2, 3], elements: [1, 2, 3, 4, 5, 6])
///     let y = x.rows(1..<2).reshaped(to: [3])   // 4, 5, 6; nothing copied
public struct Tensor<Scalar: TensorScalar>: Sendable {
  /// The extents of the axes.
  public let shape: Shape
  var storage: TensorStorage<Scalar>
  /// Where in the storage the first element stands.
  let offset: Int
  /// Number of elements.
  public let count: Int

  init(shape: Shape, storage: TensorStorage<Scalar>, offset: Int) {
    self.shape = shape
    self.storage = storage
    self.offset = offset
    count = shape.count
  }

  /// A tensor whose elements `fill` writes; it must write all of them.
  public init(_ shape: Shape, uninitialised fill: (UnsafeMutableBufferPointer<Scalar>) throws -> Void) rethrows {
    self.init(shape: shape, storage: TensorStorage(count: shape.count), offset: 0)
    try fill(UnsafeMutableBufferPointer(start: storage.pointer, count: count))
  }

  /// A tensor whose elements are all `value`.
  public init(_ shape: Shape, repeating value: Scalar = 0) {
    self.init(shape) { $0.update(repeating: value) }
  }

  /// A tensor of the given elements in row-major order.
  public init(_ shape: Shape, elements: [Scalar]) {
    if elements.count != shape.count { trap("Tensor: \(elements.count) elements for a shape of \(shape)") }
    self.init(shape) { target in _ = target.update(fromContentsOf: elements) }
  }

  /// A tensor of one axis.
  public init(vector elements: [Scalar]) { self.init([elements.count], elements: elements) }

  /// A tensor of no axes.
  public init(scalar value: Scalar) { self.init([], repeating: value) }

  /// Number of axes.
  public var rank: Int { shape.rank }

  /// Calls `body` with the elements in place, in row-major order.
  public func withElements<Result>(_ body: (UnsafeBufferPointer<Scalar>) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(storage) {
      try body(UnsafeBufferPointer(start: storage.pointer + offset, count: count))
    }
  }

  /// Calls `body` with the elements in place, to be changed; copies them first if another tensor shares them.
  public mutating func withMutableElements<Result>(
    _ body: (UnsafeMutableBufferPointer<Scalar>) throws -> Result
  ) rethrows -> Result {
    if !isKnownUniquelyReferenced(&storage) { self = copied() }
    return try body(UnsafeMutableBufferPointer(start: storage.pointer + offset, count: count))
  }

  /// The same elements in memory of their own.
  func copied() -> Tensor {
    Tensor(shape) { target in
      guard let to = target.baseAddress else { return }
      withExtendedLifetime(storage) { to.update(from: pointer, count: count) }
    }
  }

  var pointer: UnsafePointer<Scalar> { UnsafePointer(storage.pointer + offset) }

  /// The elements in row-major order.
  public var elements: [Scalar] { withElements { Array($0) } }

  /// The element of a tensor of one element.
  public var scalar: Scalar {
    if count != 1 { trap("scalar of a tensor of \(shape)") }
    return withElements { $0[0] }
  }

  /// The element at a position, one index an axis.
  public subscript(indices: Int...) -> Scalar {
    get { withElements { $0[position(indices)] } }
    set {
      let index = position(indices)
      withMutableElements { $0[index] = newValue }
    }
  }

  private func position(_ indices: [Int]) -> Int {
    if indices.count != rank { trap("\(indices.count) indices of a tensor of \(shape)") }
    var result = 0
    for (axis, index) in indices.enumerated() {
      if index < 0 || index >= shape[axis] { trap("index \(indices) of a tensor of \(shape)") }
      result = result * shape[axis] + index
    }
    return result
  }
}

extension Tensor: Equatable {
  public static func == (a: Tensor, b: Tensor) -> Bool {
    a.shape == b.shape && a.withElements { x in b.withElements { y in x.elementsEqual(y) } }
  }
}
