/// The memory of one or more tensors.
///
/// Unchecked because of the pointer: it is written only through `Tensor.withMutableElements`, which first makes sure that
/// no other tensor refers to the storage.
final class TensorStorage<Scalar: TensorScalar>: @unchecked Sendable {
  let pointer: UnsafeMutablePointer<Scalar>
  let count: Int

  /// Uninitialised memory for `count` elements.
  init(count: Int) {
    self.count = count
    pointer = MemoryPool.shared.allocate(count * MemoryLayout<Scalar>.stride).assumingMemoryBound(to: Scalar.self)
  }

  deinit { MemoryPool.shared.recycle(UnsafeMutableRawPointer(pointer), count * MemoryLayout<Scalar>.stride) }
}
