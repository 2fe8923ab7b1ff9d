import Synchronization

/// Recycles the memory of tensors, so that a training loop allocates in its first steps only.
///
/// Blocks are aligned to 64 bytes and rounded up to one of four sizes a doubling; a freed block waits for the next
/// request of its size. What is kept is bounded by the peak of what was in use, and by `limit`.
final class MemoryPool: Sendable {
  static let shared = MemoryPool()

  init() {}

  /// Bytes that may wait for reuse.
  private static let limit = 1 << 29
  private static let alignment = 64

  private struct State {
    var free: [[UnsafeMutableRawPointer]] = Array(repeating: [], count: 160)
    var waiting = 0
  }

  // Pointers are not Sendable; these are owned by the pool alone while they wait.
  private struct Guarded: @unchecked Sendable { var state = State() }
  private let guarded = Mutex(Guarded())

  /// A block of at least `bytes`, uninitialised.
  func allocate(_ bytes: Int) -> UnsafeMutableRawPointer {
    let (index, size) = MemoryPool.sizeClass(bytes)
    let recycled = guarded.withLock { pool -> UnsafeMutableRawPointer? in
      guard let block = pool.state.free[index].popLast() else { return nil }
      pool.state.waiting -= size
      return block
    }
    return recycled ?? UnsafeMutableRawPointer.allocate(byteCount: size, alignment: MemoryPool.alignment)
  }

  /// Takes back a block of `allocate(bytes)`.
  func recycle(_ block: UnsafeMutableRawPointer, _ bytes: Int) {
    let (index, size) = MemoryPool.sizeClass(bytes)
    let kept = guarded.withLock { pool -> Bool in
      if pool.state.waiting + size > MemoryPool.limit { return false }
      pool.state.free[index].append(block)
      pool.state.waiting += size
      return true
    }
    if !kept { block.deallocate() }
  }

  /// The index of the class that holds `bytes`, and its size in bytes.
  static func sizeClass(_ bytes: Int) -> (index: Int, size: Int) {
    let units = max(1, (bytes + alignment - 1) / alignment)
    if units < 8 { return (units, units * alignment) }
    let shift = Int.bitWidth - 1 - (units - 1).leadingZeroBitCount - 2
    let steps = (units + (1 << shift) - 1) >> shift
    return (shift * 4 + steps, (steps << shift) * alignment)
  }
}
