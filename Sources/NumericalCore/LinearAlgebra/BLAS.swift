import COpenBLAS

/// The BLAS and LAPACK library, set to one thread before its first use: results then do not depend on the machine's
/// number of processors.
enum BLAS {
  private static let oneThread: Void = openblas_set_num_threads(1)

  @inline(__always) static func prepare() { _ = oneThread }
}
