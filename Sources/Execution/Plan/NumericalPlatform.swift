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

  /// The OpenBLAS core type that workers are pinned to: the same kernels, hence the same bits, on every CPU with AVX2
  /// and FMA; nil on other CPUs, where OpenBLAS chooses.
  package static let pinnedCoreType: String? = hasAVX2() ? "Haswell" : nil

  var components: [JobKey.Component] {
    [.init("linear algebra", linearAlgebra), .init("mathematics", mathematics), .init("compiler", compiler)]
  }

  private static var kernels: String { pinnedCoreType ?? String(cString: openblas_get_corename()) }

  /// The first words of the configuration, without the machine's part of it.
  private static func openBLASVersion() -> String {
    String(cString: openblas_get_config()).split(separator: " ").prefix(2).joined(separator: " ")
  }

  private static func hasAVX2() -> Bool {
    let file = open("/proc/cpuinfo", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
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
      let flags = line.split(separator: UInt8(ascii: " "))
      return flags.contains { $0.elementsEqual("avx2".utf8) } && flags.contains { $0.elementsEqual("fma".utf8) }
    }
    return false
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
