import CLAPACKE
import COpenBLAS

/// The BLAS and LAPACK library, set to one thread before its first use: results then do not depend on the machine's
/// number of processors.
enum BLAS {
  private static let oneThread: Void = openblas_set_num_threads(1)

  @inline(__always) static func prepare() { _ = oneThread }

  /// A dense row-major operand of a product: where it starts, how far apart its rows are, and how it enters.
  struct Operand {
    let start: UnsafePointer<Double>?
    let leadingDimension: Int
    let isTransposed: Bool

    var transposition: CBLAS_TRANSPOSE { isTransposed ? CblasTrans : CblasNoTrans }
  }

  /// C ← factor·A·B + keep·C with A `[rows × inner]` and B `[inner × columns]` after their transpositions, all > 0.
  @inline(__always)
  static func multiply(
    _ a: Operand, _ b: Operand, rows: Int, inner: Int, columns: Int, times factor: Double, keeping keep: Double,
    into c: UnsafeMutablePointer<Double>?, leadingDimension: Int
  ) {
    prepare()
    cblas_dgemm(
      CblasRowMajor, a.transposition, b.transposition, blasint(rows), blasint(columns), blasint(inner), factor, a.start,
      blasint(a.leadingDimension), b.start, blasint(b.leadingDimension), keep, c, blasint(leadingDimension))
  }

  /// A letter that chooses a variant of a LAPACK routine.
  @inline(__always) static func option(_ letter: Unicode.Scalar) -> CChar { CChar(UInt8(ascii: letter)) }

  /// Runs a LAPACK routine twice: for the size of its workspace, and with it.
  /// - Returns: the routine's `info`.
  static func withWorkspace(_ routine: (UnsafeMutablePointer<Double>, Int32) -> Int32) -> Int32 {
    var size = 0.0
    let info = routine(&size, -1)
    if info != 0 { return info }
    let count = max(1, Int(size))
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { work in
      guard let start = work.baseAddress else { return -1 }
      return routine(start, Int32(count))
    }
  }

  /// The same for a routine that has a workspace of integers as well.
  static func withWorkspaces(
    _ routine: (UnsafeMutablePointer<Double>, Int32, UnsafeMutablePointer<Int32>, Int32) -> Int32
  ) -> Int32 {
    var size = 0.0
    var integers: Int32 = 0
    let info = routine(&size, -1, &integers, -1)
    if info != 0 { return info }
    var integerWork = [Int32](repeating: 0, count: max(1, Int(integers)))
    let count = max(1, Int(size))
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { work in
      guard let start = work.baseAddress else { return -1 }
      return routine(start, Int32(count), &integerWork, Int32(integerWork.count))
    }
  }
}
