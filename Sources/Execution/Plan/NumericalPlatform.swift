import COpenBLAS
import CReprise
import Glibc

/// The parts of the machine and its libraries that can change the last bits of a number.
package struct NumericalPlatform: Sendable, Hashable {
  /// For example "OpenBLAS 0.3.21, Haswell".
  package var linearAlgebra: String
  /// For example "glibc 2.36".
  package var mathematics: String
  package var compiler: String

  package init(linearAlgebra: String, mathematics: String, compiler: String) {
    self.linearAlgebra = linearAlgebra
    self.mathematics = mathematics
    self.compiler = compiler
  }

  /// The machine that this process runs on, with the kernels that workers are told to use.
  package static let current = NumericalPlatform(
    linearAlgebra: "\(openBLASVersion()), \(kernels)",
    mathematics: "glibc \(String(cString: rp_libc_version()))", compiler: compilerVersion)

  /// The OpenBLAS core type that workers are pinned to: the same kernels, hence the same bits, on every CPU with AVX-512,
  /// and on every other one with AVX2 and FMA; nil on the rest, where OpenBLAS chooses.
  ///
  /// One type for all, Haswell, would halve the speed of products and factorisations on a CPU with AVX-512. The type is a
  /// part of a job's key, so results of the two classes never mix in one store.
  package static let pinnedCoreType: String? = {
    let flags = processorFlags()
    if flags.isSuperset(of: ["avx512f", "avx512dq", "avx512bw", "avx512vl", "avx512cd"]) { return "SkylakeX" }
    return flags.isSuperset(of: ["avx2", "fma"]) ? "Haswell" : nil
  }()

  var components: [JobKey.Component] {
    [.init("linear algebra", linearAlgebra), .init("mathematics", mathematics), .init("compiler", compiler)]
  }

  private static var kernels: String { pinnedCoreType ?? String(cString: openblas_get_corename()) }

  /// The first words of the configuration, without the machine's part of it.
  private static func openBLASVersion() -> String {
    String(cString: openblas_get_config()).split(separator: " ").prefix(2).joined(separator: " ")
  }

  /// What the first processor of `/proc/cpuinfo` can do; empty where there is no such file.
  private static func processorFlags() -> Set<String> {
    let file = open("/proc/cpuinfo", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    // The first CPU's flags stand within the first pages.
    var bytes = [UInt8](repeating: 0, count: 8192)
    var count = 0
    while count < bytes.count {
      let step = bytes.withUnsafeMutableBytes { read(file, $0.baseAddress?.advanced(by: count), $0.count - count) }
      if step <= 0 { break }
      count += step
    }
    for line in bytes[..<count].split(separator: UInt8(ascii: "\n")) where line.starts(with: "flags".utf8) {
      return Set(line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) })
    }
    return []
  }

  private static var compilerVersion: String {
    #if compiler(>=6.6)
      "Swift 6.6 or later"
    #elseif compiler(>=6.5)
      "Swift 6.5"
    #elseif compiler(>=6.4)
      "Swift 6.4"
    #elseif compiler(>=6.3)
      "Swift 6.3"
    #elseif compiler(>=6.2)
      "Swift 6.2"
    #else
      "Swift 6.1 or earlier"
    #endif
  }
}

extension NumericalPlatform {
  /// Ends the idle threads of the linear algebra library, which otherwise spin beside a process that computes nothing itself.
  package static func endIdleThreads() { rp_openblas_end_threads() }
}
